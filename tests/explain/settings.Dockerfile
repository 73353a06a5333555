FROM alpine:3.24
LABEL org.opencontainers.image.title="My image" version=1.0
ENV A=1 B="two words"
ENV C=$A-$NONE
EXPOSE 80 443/udp
VOLUME /data
WORKDIR /app
WORKDIR sub
WORKDIR ~/x
USER $A
MAINTAINER me@example.com
