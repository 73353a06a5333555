FROM python:3.10-slim
