FROM node:24-slim
ENV API_TOKEN=abc
COPY .env .npmrc ./
COPY .env.example ./
RUN --mount=type=secret,id=npm npm ci
RUN --mount=type=secret,id=npm,required=true npm ci
