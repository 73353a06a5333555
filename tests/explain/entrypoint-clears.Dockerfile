FROM nginx:1.30 AS base
CMD ["one"]
FROM base
ENTRYPOINT ["/start"]
