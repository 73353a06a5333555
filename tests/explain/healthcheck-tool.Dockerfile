FROM python:3.14-slim
HEALTHCHECK --interval=10s --retries=2 CMD curl -f http://localhost:8000/ || exit 1
ENV DEBIAN_FRONTEND=noninteractive
USER 10001
CMD ["python", "app.py"]
