FROM alpine:3.24
RUN <<EOT
echo one
echo two
EOT
RUN <<EOT
#!/usr/bin/env python3
print(1)
EOT
RUN <<EOT
set -eu
echo one
echo two
EOT
COPY <<CONF /etc/app.conf
a=1
CONF
RUN cat <<A
a
A
