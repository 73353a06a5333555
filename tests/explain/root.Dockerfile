FROM node:24-slim
USER root
CMD ["node", "server.js"]
