FROM alpine:3.24 AS build
RUN echo 1 > /a
FROM alpine:3.24
RUN echo 2 > /b
COPY --link --from=build /a /a
COPY --link --chmod=755 x /x
COPY y /y
