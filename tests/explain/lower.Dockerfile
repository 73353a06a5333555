from alpine:3.24 as Build
run echo
FROM Build
expose 80/TCP 127.0.0.1:80:80
env a b
cmd echo hi
