FROM python:3.14-alpine
RUN apk add git
RUN pip install flask
RUN --mount=type=cache,target=/root/.cache/pip pip install gunicorn
RUN apk add --no-cache curl && pip install --no-cache-dir requests
