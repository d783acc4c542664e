#!/bin/sh
# Installs what is missing: system libraries, a virtual environment, the locked packages, the program.
# Usage: setup.sh VENV LOCK PACKAGE…   Never asks anything; says in one line what it cannot do itself.
set -eu
venv=$1 lock=$2
shift 2
PYTHON=${PYTHON:-python3}

installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Newer Debian and Ubuntu renamed some libraries for 64-bit time.
missing() {
    for package in "$@"; do
        installed "$package" || installed "${package}t64" || printf '%s ' "$package"
    done
}

known() {
    for package in "$@"; do
        if apt-cache show "$package" >/dev/null 2>&1; then printf '%s ' "$package"
        elif apt-cache show "${package}t64" >/dev/null 2>&1; then printf '%s ' "${package}t64"
        else printf '%s ' "$package"; fi
    done
}

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    wanted=$(missing "$@")
    if [ -n "$wanted" ]; then
        as_root=
        if [ "$(id -u)" -ne 0 ]; then
            if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root='sudo -n'; else
                echo "Some system libraries are missing. Run this line, then make again:" >&2
                echo "  sudo apt-get install --no-install-recommends -y $wanted" >&2
                exit 1
            fi
        fi
        echo "Installing system libraries…"
        $as_root apt-get update -qq
        # shellcheck disable=SC2046,SC2086 - a list of names
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends \
            $(known $wanted) >/dev/null
    fi
fi

if ! "$PYTHON" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
    echo "Python 3.11, 3.12 or 3.13 is needed; make PYTHON=/path/to/python3.11 names another one." >&2
    exit 1
fi
[ -x "$venv/bin/pip" ] || { echo "Making a virtual environment…"; "$PYTHON" -m venv "$venv"; }
echo "Installing packages…"
"$venv/bin/pip" install -qq --disable-pip-version-check --require-hashes -r "$lock"
"$venv/bin/pip" install -qq --disable-pip-version-check --no-deps -e .
