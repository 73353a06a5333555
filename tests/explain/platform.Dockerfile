FROM --platform=$BUILDPLATFORM alpine:3.24 AS one-linux
FROM scratch AS one-windows
FROM one-$TARGETOS
COPY ../x .
