FROM busybox:1.37
RUN echo a > /a
FROM scratch
COPY --from=0 /a /a
COPY --from=nginx:1.30 /etc/nginx/nginx.conf /
CMD ["/a"]
