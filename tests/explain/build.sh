$ docker build -t myimage:1.0 --build-arg A=1 . && docker push myimage:1.0
