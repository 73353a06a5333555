FROM debian:trixie
RUN <<EOT bash
    set -ex
    ls
EOT
RUN cat <<A >/a && cat <<B >/b
x
A
y
B
RUN <<-"C"
	ls
	C
