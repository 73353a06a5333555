FROM alpine:3.24
LABEL a="<img src=x onerror=alert(1)>"
COPY <script>alert(1)</script> /
USER `x`
