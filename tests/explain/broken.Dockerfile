FROM alpine:3.24
RUM echo
COPY a
RUN echo "open
