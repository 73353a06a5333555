FROM alpine:3.24 AS tools
ARG VERSION=v1.2
ADD --keep-git-dir=true "https://example.com/tools.git#$VERSION" .
ADD "https://example.com/a.tar.gz" local.txt /opt/
ADD $SOURCE /opt/
COPY <<END /etc/tools.conf
verbose = yes
END
RUN apk --no-cache -q add git && apk add --no-network --virtual .run tools
RUN set -e; cd /opt; git -C repository fetch
RUN cd /opt
