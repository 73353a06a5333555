FROM scratch
ENTRYPOINT ["/entry"]
CMD serve $PORT
