FROM debian:trixie-slim
RUN apt-get update && apt-get install -y curl
RUN apt-get update
RUN apt-get install -y --no-install-recommends git
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y --no-install-recommends gcc
