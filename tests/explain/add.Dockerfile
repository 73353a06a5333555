FROM debian:trixie-slim
ADD --chown=10001 conf/ /etc/app/
ADD site.tar.gz /srv/
ADD https://example.com/tool /usr/local/bin/
ADD https://github.com/myuser/repo.git#main /src
ADD . .
