# syntax=docker/dockerfile:1
# check=error=true

# The bases are pinned by tag. To pin them for good, add the digests that
# `docker buildx imagetools inspect NAME:TAG` prints, and something that renews them.

# build makes the site and the configuration of its server.
FROM node:24-trixie-slim AS build
# The Node that comes as a package, and that builds the site, is linked with libatomic.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libatomic1 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY package.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm install --omit=dev
COPY . .
# SITE is where the site will stand: https://docs.example
ARG SITE=http://localhost:8080
# BASE is the path below it: /docker/
ARG BASE=/
RUN npm run build \
 && npm run --silent nginx > /nginx.conf \
 && mkdir -p "/html/$BASE" \
 && cp -r dist/. "/html/$BASE"

# What runs: the server and the finished files.
FROM debian:trixie-slim
LABEL org.opencontainers.image.title="Docker Notes"
RUN apt-get update \
 && apt-get install -y --no-install-recommends libnginx-mod-http-brotli-static nginx \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /nginx.conf /etc/nginx/nginx.conf
COPY --from=build /html /usr/share/nginx/html
# A number that is nobody's: it may read the site and write to /tmp.
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'HEAD /-/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200 ' <&3"]
ENTRYPOINT ["nginx"]
CMD ["-g", "daemon off;"]
