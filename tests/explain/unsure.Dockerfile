ARG KIND=${TARGETPLATFORM#linux/amd64}
ARG KIND=${KIND:+other}
ARG KIND=${KIND:-same}
FROM scratch AS a-same
FROM scratch AS a-other
FROM a-${KIND} AS a
ENV P=/x:$PATH
ENV Q=$P/y
WORKDIR $P
WORKDIR z
COPY a .
