FROM alpine:3.24 AS base
ENV MODE=fast
FROM base AS build
RUN make
FROM base AS other
COPY --link --from=build /out /one
RUN make other
FROM alpine:3.24
WORKDIR /
USER app
WORKDIR /app
COPY --from=build /out /two
COPY --from=other /one /three
RUN gosu app true
ENTRYPOINT ["start"]
CMD ["serve"]
