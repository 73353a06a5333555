FROM nginx:1.30
ENTRYPOINT []
CMD ["nginx", "-g", "daemon off;"]
