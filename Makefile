# Media Workstation. `make run` and `make test` do their own set-up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LIBRARY := build/sample.mwlib

# What Qt needs of a bare Debian 12 (docs/notes/0002-dependencies.md says which part needs which).
APT_RUN := python3-venv libglib2.0-0 libgl1 libegl1 libx11-6 libdbus-1-3 libfontconfig1 \
  libfreetype6 libxkbcommon0 libbrotli1 libgssapi-krb5-2 libzstd1 fontconfig fonts-dejavu-core \
  libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
  libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 \
  libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0
APT_TEST := $(APT_RUN) xvfb xauth poppler-utils

.PHONY: run test pictures campaigns mutants xml-attacks archive-bombs page-bombs lock clean

run: build/run.ready
	@sh packaging/run.sh "$(BIN)" "$(LIBRARY)"

test: build/test.ready
	$(BIN)/pytest -n auto --dist loadfile $(TESTS)

# Files made to do harm, offered as users offer files (tests/campaigns/README.md); not tests.
FILES ?= 10000
SEED ?= 1
campaigns: mutants xml-attacks archive-bombs page-bombs

mutants: build/test.ready
	$(BIN)/python -m tests.campaigns.mutants --files $(FILES) --seed $(SEED)

xml-attacks archive-bombs page-bombs: build/test.ready
	$(BIN)/python -m tests.campaigns.$(subst -,_,$@)

# The pictures of the README, drawn by the tests that look at them.
pictures: build/test.ready
	$(BIN)/pytest -q tests/pictures
	cp build/pictures/window-*.png docs/pictures/

build/run.ready: requirements.lock pyproject.toml packaging/setup.sh
	@PYTHON="$(PYTHON)" sh packaging/setup.sh "$(VENV)" requirements.lock $(APT_RUN)
	@mkdir -p build && touch $@

build/test.ready: requirements-dev.lock pyproject.toml packaging/setup.sh
	@PYTHON="$(PYTHON)" sh packaging/setup.sh "$(VENV)" requirements-dev.lock $(APT_TEST)
	@mkdir -p build && touch $@ build/run.ready

lock:
	uv pip compile -q --universal --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf build $(VENV)
