#!/bin/sh
# The main job: the window on the sample library, or, without a display, the same work without one.
# Usage: run.sh BIN LIBRARY
set -eu
bin=$1 library=$2
report=$(dirname "$library")/sample-report.pdf

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    [ -e "$library" ] || "$bin/workstation" sample "$library"
    exec "$bin/workstation" open "$library"
fi
echo "There is no display to open a window on: importing, tagging and reporting without one."
"$bin/workstation" sample "$library"
"$bin/workstation" report "$library" --title "The fall of the Assad government and after" -o "$report"
echo "The report is in $report"
