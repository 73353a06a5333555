# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
WORKDIR C:\app
SHELL ["powershell", "-Command"]
RUN Write-Host `
    hello
COPY app.exe C:\app\
CMD app.exe
