docker run -it --rm -p8080:80 --name=web \
  -v "$PWD":/app --nope nginx:1.30 sh -c 'echo hi'
