FROM debian:trixie-slim
ENV OPTIONS "--legacy-provider"
RUN apt -y update
RUN apt install -y --no-install-recommends curl gosu && rm -rf /var/lib/apt/lists/*
RUN python3 -m pip install --no-cache-dir flask && sudo -u app bundle install && a && b && c && d && e
ENTRYPOINT exec /start.sh "$0" "$@"
CMD ["run", "web"]
