FROM debian:trixie-slim
ENTRYPOINT app --serve
CMD ["--port", "80"]
