FROM node:24-slim
ONBUILD COPY package.json ./
ONBUILD RUN npm ci
