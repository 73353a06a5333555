FROM alpine:3.24
ENV A="open
CMD ["a"]
