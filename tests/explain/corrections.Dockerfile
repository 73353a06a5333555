FROM alpine:3.24 as Build
run apk add \

    curl
RUN apt-get update && apt-get install -y python3-pip && pip install flask
FROM build
EXPOSE 80/TCP 127.0.0.1:81:81
USER app
cmd sleep 1
