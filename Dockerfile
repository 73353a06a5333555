# syntax=docker/dockerfile:1
# check=error=true

# The bases are pinned by tag. To pin them for good, add the digests that
# `docker buildx imagetools inspect NAME:TAG` prints, and something that renews them.

# build makes the site.
FROM node:24-trixie-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
# The Node that comes as a package is for machines with an older one.
RUN --mount=type=cache,target=/root/.npm \
 npm pkg delete optionalDependencies \
 && npm install --omit=dev
COPY . .
# SITE is where the site will stand: https://docs.example
ARG SITE=http://localhost:8080
# BASE is the path below it: /docker/
ARG BASE=/
RUN npm run build \
 && mkdir -p "/html/$BASE" \
 && cp -r dist/. "/html/$BASE" \
 && cp dist/404.html /html/

# What runs: the server and the finished files.
FROM nginx:1.30-alpine
LABEL org.opencontainers.image.title="Docker Notes"
COPY nginx.conf /etc/nginx/nginx.conf
COPY --from=build /html /usr/share/nginx/html
# A number that is nobody's: it may read the site and write to /tmp.
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
 CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/-/health"]
CMD ["nginx", "-g", "daemon off;"]
