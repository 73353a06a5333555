# check=skip=JSONArgsRecommended;error=true

# A comment about the stage

FROM alpine:3.24
# and one

CMD echo \
  # within
  hi
