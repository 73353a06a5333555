# syntax=docker/dockerfile:1
ARG GO=1.27
FROM golang:${GO}-trixie AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
ARG VERSION=dev
RUN go build -ldflags "-X main.version=$VERSION" -o /out/app .

FROM build AS test
RUN go test ./...

FROM debian:trixie-slim
COPY --from=build --chown=10001:10001 /out/app /usr/local/bin/app
USER 10001:10001
ENTRYPOINT ["app"]
CMD ["serve"]
