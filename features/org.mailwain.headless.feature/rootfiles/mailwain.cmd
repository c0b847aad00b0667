@echo off
rem Opens the window (with a project: mailwain open DIR); with other arguments, runs the command line (mailwain --help).
rem   MAILWAIN_HEAP   the most memory, for example 2g
rem   MAILWAIN_OPTS   further options for Java
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

set "JAVA="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for %%i in (java.exe) do if not "%%~$PATH:i"=="" call :try "%%~dp$PATH:i.."
for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks") do (
    if exist "%%~p" for /d %%d in ("%%~p\*") do call :try "%%~fd"
)
if not defined JAVA (
    echo Java 21 or newer is needed and none was found. Install one, for example from https://adoptium.net,>&2
    echo and set JAVA_HOME to its folder if it is not found then either.>&2
    exit /b 70
)

for %%f in ("%HERE%\plugins\org.mailwain.start_*.jar") do set "VERSION=%%~nf"
set "VERSION=%VERSION:org.mailwain.start_=%"
set "CACHE=%LocalAppData%\mailwain"
if not exist "%CACHE%\native" mkdir "%CACHE%\native" 2>nul

rem The window is there and a run is over before the optimising compiler pays for most of what it would compile.
set "HOTTEST=-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000 -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000"
set "TOOL=java.exe"
set "BUNDLES=command"
set "KIND=command"
set "HEAP=512m"
set "OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
set "WINDOW="
if "%~1"=="" set "WINDOW=1"
if "%~1"=="open" set "WINDOW=1"
if defined WINDOW (
    set "TOOL=javaw.exe"
    set "KIND=window"
    set "BUNDLES=window"
    set "HEAP=1g"
    set "OPTIONS=%HOTTEST%"
)
for %%v in (run verify demo) do if "%~1"=="%%v" (
    set "KIND=%~1"
    set "HEAP=1g"
    set "OPTIONS=-XX:+UseParallelGC %HOTTEST%"
)
for %%v in (check plan status report) do if "%~1"=="%%v" set "KIND=%~1"
for %%v in (-V -h --version --help) do if "%~1"=="%%v" set "KIND=help"
set "ARCHIVE=%CACHE%\%KIND%-%VERSION%-%JAVA_VERSION%.jsa"
set "NEW="
if exist "%ARCHIVE%.poor" del /q "%ARCHIVE%" "%ARCHIVE%.poor" 2>nul
if not exist "%ARCHIVE%" set NEW="-Dmailwain.archive=%ARCHIVE%"
rem Those of other builds go.
if defined NEW for /f "delims=" %%f in ('dir /b "%CACHE%\%KIND%-*.jsa" 2^>nul ^| findstr /v /b /c:"%KIND%-%VERSION%-"') do del /q "%CACHE%\%%f" 2>nul
if defined MAILWAIN_HEAP set "HEAP=%MAILWAIN_HEAP%"
set OPTIONS=-Xmx%HEAP% %OPTIONS% -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -Xlog:disable -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%ARCHIVE%" %NEW% "-Djava.util.logging.config.file=%HERE%\configuration\logging.properties" "-Dorg.sqlite.tmpdir=%CACHE%\native" "-Dswt.library.path=%CACHE%\native" "-Djna.tmpdir=%CACHE%\native" "-Dmailwain.cache=%CACHE%" %MAILWAIN_OPTS% -jar "%HERE%\plugins\%BUNDLES%.jar"

if "%KIND%"=="window" (
    start "" "%JAVA%\bin\%TOOL%" %OPTIONS% %*
    exit /b 0
)
"%JAVA%\bin\%TOOL%" %OPTIONS% %*
exit /b %ERRORLEVEL%

rem Takes a folder as JAVA if it is a Java of at least version 21; its file named release says so.
:try
if defined JAVA exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "FOUND="
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do set "FOUND=%%~v"
if not defined FOUND exit /b 0
for /f "delims=.-+" %%m in ("%FOUND%") do if %%m GEQ 21 (
    set "JAVA=%~f1"
    set "JAVA_VERSION=%FOUND%"
)
exit /b 0
