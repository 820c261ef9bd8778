# A thin skin over Meson: `make run` shows the program, `make test` proves it. All targets install what a fresh Debian 12 lacks.
PORT ?= 8080
CORPUS ?= ../shared/corpus

.PHONY: build run test bench accuracy format clean

build:
	@tools/install.sh build
	@tools/build.sh build

run:
	@tools/install.sh build
	@TARGETS="src/main/sauro src/main/sauro-reader" tools/build.sh build
	@tools/run.sh $(PORT)

test:
	@tools/install.sh build format test
	@tools/npm.sh
	@python3 tools/run_tests.py $(SUITES)

bench: build
	@tools/install.sh bench forms
	@python3 bench/bench.py --corpus $(CORPUS)

accuracy: build
	@python3 tools/accuracy.py --corpus $(CORPUS)
	@tools/install.sh forms
	@python3 tools/form_accuracy.py --corpus $(CORPUS)

format:
	@tools/install.sh format
	@git ls-files -co --exclude-standard '*.c' '*.h' | xargs -r clang-format -i

clean:
	@rm -rf build build-asan build-clang
