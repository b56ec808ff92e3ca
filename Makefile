# Xize: two commands. `make demo` shows the main job on real input; `make test` runs every test.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:

PACKAGES := liblua5.4-dev libsqlite3-dev libedit-dev zlib1g-dev libssl-dev pkg-config
RELEASE  := -c release --static-swift-stdlib
XIZE      = .build/release/xize
DEMO     ?= out/demo
# A run that executes fewer tests than this has lost some.
EXPECTED_TESTS := 352

.PHONY: help demo test build packages bench clean

help:
	@echo "make demo    build, make a sample city, import it, run September 2026's monthly job, write the report"
	echo "make test    build and run every test"
	echo "make bench   print benchmark ratios (BENCH_JSON=file writes them as JSON; also BENCH_ROWS, BENCH_ONLY, BENCH_PEERS=1)"
	echo "make build   build the release of the command: $(XIZE)"

packages:
	@missing=()
	for package in $(PACKAGES); do
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package")
	done
	if [ $${#missing[@]} -gt 0 ]; then
	  echo "installing Debian packages: $${missing[*]}"
	  run=(); [ "$$(id -u)" = 0 ] || run=(sudo)
	  "$${run[@]}" apt-get update -qq
	  "$${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$${missing[@]}" >/dev/null
	fi

build: packages
	@swift build $(RELEASE) --product xize 2>&1 | sed -u -n '/error:/p;/^Build/p'

demo: build
	@.ci/demo $(XIZE) $(DEMO)

test: packages
	@swift build --build-tests 2>&1 | sed -u -n '/error:/p;/^Build/p'
	log=$$(mktemp); trap 'rm -f "$$log"' EXIT
	swift test --skip-build 2>&1 | tee "$$log" | sed -u -n '/^✘/p;/recorded an issue/p;/error:/p;/Test run with/p'
	count=$$(sed -n 's/.*Test run with \([0-9]*\) tests.*/\1/p' "$$log" | tail -n 1)
	if [ "$${count:-0}" -lt $(EXPECTED_TESTS) ]; then
	  echo "only $${count:-0} tests ran, at least $(EXPECTED_TESTS) were expected"; exit 1
	fi
	echo "$$count passed, 0 failed"

bench: packages
	@swift build $(RELEASE) --product xize 2>&1 | sed -u -n '/error:/p;/Build/p'
	swift build $(RELEASE) --product XizeBench 2>&1 | sed -u -n '/error:/p;/Build/p'
	.build/release/XizeBench

clean:
	@swift package clean; rm -rf out
