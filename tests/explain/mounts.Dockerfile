# syntax=docker/dockerfile:1
FROM alpine:3.24 AS tools
FROM alpine:3.24
RUN --mount=from=tools,target=/tools --mount=type=tmpfs,target=/tmp \
    --mount=type=ssh,required=true --network=none /tools/run
