# Xize: two commands. `make demo` shows the main job on real input; `make test` runs every test.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:

PACKAGES := liblua5.4-dev lua5.4 libsqlite3-dev sqlite3 libedit-dev zlib1g-dev libssl-dev pkg-config strace locales tzdata
RELEASE  := -c release --static-swift-stdlib
XIZE      = .build/release/xize
DEMO     ?= out/demo
# A run that executes fewer tests than this has lost some.
EXPECTED_TESTS := 980

# Complaints of the registers that `make test-proposals` makes.
PROPOSALS_ROWS ?= 1000000

# What `make fuzz` feeds, and for how long.
FUZZ         ?= loader
FUZZ_SECONDS ?= 60
CORPUS        = Tests/FuzzingTests/Corpus/$(FUZZ)

.PHONY: help demo test test-crash test-proposals test-asan test-tsan test-lua fuzz build packages bench clean

help:
	@echo "make demo    build, make a sample city, import it, run September 2026's monthly job, write the report"
	echo "make test    build and run every test"
	echo "make test-crash    kill jobs once at each place where they write: some minutes"
	echo "make test-proposals    the jobs' proposals over PROPOSALS_ROWS complaints against SQL: a million take some minutes and 2 GB of disk"
	echo "make test-asan, make test-tsan    the runtime's tests under a sanitizer"
	echo "make test-lua LUA_TESTS=folder    the official Lua 5.4.4 test suite, where you have a copy"
	echo "make fuzz FUZZ=loader FUZZ_SECONDS=60    loader, scanner, patterns, library or values; new inputs go to out/fuzz"
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

# The tests try some places of each kind; this tries every one.
test-crash: packages
	@swift build --build-tests 2>&1 | sed -u -n '/error:/p;/^Build/p'
	XIZE_CRASH_ALL=1 swift test --skip-build --filter CommandTests.CrashTests 2>&1 | sed -u -n '/^✘/p;/recorded an issue/p;/error:/p;/^killed at/p;/Test run with/p'

# The tests compare over 12,000 complaints; this over as many as a city has.
test-proposals: packages
	@swift build --build-tests 2>&1 | sed -u -n '/error:/p;/^Build/p'
	XIZE_PROPOSALS_ROWS=$(PROPOSALS_ROWS) swift test --skip-build --filter BureauTests.JobProposalsTests 2>&1 | sed -u -n '/^✘/p;/recorded an issue/p;/error:/p;/Test run with/p'

# The runtime alone, in folders of their own, so that the ordinary build stays as it is. Leaks are looked for too.
test-asan: packages
	@export XIZE_ONLY=runtime ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=.ci/leaks.txt:print_suppressions=0
	swift build --build-tests --scratch-path .build/asan --sanitize address 2>&1 | sed -u -n '/error:/p;/^Build/p'
	swift test --skip-build --disable-xctest --scratch-path .build/asan --sanitize address 2>&1 | sed -u -n '/^✘/p;/recorded an issue/p;/ERROR:/,$$p;/SUMMARY/p;/Test run with/p'

# ThreadSanitizer holds signals back until a thread waits, so there `kill.c` takes the clock's hook.
test-tsan: packages
	@export XIZE_ONLY=runtime
	swift build --build-tests --scratch-path .build/tsan --sanitize thread 2>&1 | sed -u -n '/error:/p;/^Build/p'
	swift test --skip-build --disable-xctest --scratch-path .build/tsan --sanitize thread 2>&1 | sed -u -n '/^✘/p;/recorded an issue/p;/WARNING:/,/====/p;/SUMMARY/p;/Test run with/p'

test-lua: packages
	@[ -f "$(LUA_TESTS)/strings.lua" ] || { echo "LUA_TESTS=folder of the official Lua 5.4.4 tests (lua-5.4.4-tests)"; exit 2; }
	export XIZE_ONLY=runtime LUA_TESTS="$$(cd "$(LUA_TESTS)" && pwd)"
	swift build --build-tests --scratch-path .build/runtime 2>&1 | sed -u -n '/error:/p;/^Build/p'
	swift test --skip-build --scratch-path .build/runtime --filter 'OfficialSuiteTests|SuiteSourceTests|LuaSyntaxTests.DifferentialTests' 2>&1 | sed -u -n '/^✘/p;/recorded an issue/p;/^suite:/p;/Test run with/p'

fuzz: packages
	@XIZE_ONLY=fuzz swift build -c release --scratch-path .build/fuzz --sanitize fuzzer --product Fuzz 2>&1 | sed -u -n '/error:/p;/^Build/p'
	mkdir -p out/fuzz/$(FUZZ)
	FUZZ=$(FUZZ) SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz out/fuzz/$(FUZZ) $(CORPUS) \
	  -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=3000 -artifact_prefix=out/fuzz/$(FUZZ)- -print_final_stats=1

bench: packages
	@swift build $(RELEASE) --product xize 2>&1 | sed -u -n '/error:/p;/Build/p'
	swift build $(RELEASE) --product XizeBench 2>&1 | sed -u -n '/error:/p;/Build/p'
	.build/release/XizeBench

clean:
	@swift package clean; rm -rf out
