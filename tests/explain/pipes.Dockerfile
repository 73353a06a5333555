FROM debian:trixie-slim
RUN curl -fsSL https://example.com/install.sh | sh
RUN set -o pipefail && curl -fsSL https://example.com/install.sh | sh
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -qO- https://example.com/x | tar x
RUN sudo ls && cd /tmp
RUN cd /tmp
