# On a fresh Debian or Ubuntu `make run` and `make test` are all one needs: both first install what is missing.
#
#   make run       build and open the screens; without a terminal, the same job through the batch commands
#   make test      all that must pass: lint, unit and e2e tests, the same under sanitizers and valgrind
#   make check     only lint, unit and e2e
#   make coverage  which lines and branches the tests reach, room by room
#   make fault, fuzz, bench, bare       longer proofs, each explained in its folder under tests/
#   make test-postgres                  config/skema.sql against a real PostgreSQL
#   make install PREFIX=/usr DESTDIR=/some/package
#
# DEV=1 makes warnings errors; V=1 shows the commands; SANITIZE=address,undefined builds with sanitizers.

BUILD ?= build
PREFIX ?= /usr/local
CONFIG_DIR ?= $(CURDIR)/config
SAMPLES_DIR ?= $(CURDIR)/samples
FUZZ_SECONDS ?= 60

# The first make uses every core; the makes it calls share them.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc) --no-print-directory
endif
.DELETE_ON_ERROR:
.SECONDARY:

say = $(if $(V),,@echo '$(1) $@'; )

# --- Flags ---

# Asked only when a recipe runs: before `make deps` there may be no pkg-config to ask.
package = $(shell pkg-config --libs $(1) 2>/dev/null || echo $(2))
CORE_LIBS = $(call package,lmdb yaml-0.1 libmd,-llmdb -lyaml -lmd)
TUI_LIBS = $(call package,ncursesw,-lncursesw -ltinfo)
PRINT_LIBS = -lxlsxwriter -lhpdf
TEST_LIBS = $(call package,cmocka,-lcmocka)
E2E_LIBS = $(call package,vterm,-lvterm) -lutil $(TEST_LIBS)

LANGUAGE = -std=c17 -D_GNU_SOURCE -Icore -Itui
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wvla -Wundef -Wformat=2 -Wswitch-enum \
	-Wnull-dereference -fno-common
RELEASE = -O2 -D_FORTIFY_SOURCE=2 -fstack-protector-strong $(WARNINGS) $(if $(DEV),-g -Werror)
# Without warnings: about instrumented code the optimiser guesses wrong, and the plain build has them all.
SANITIZED = -w -O1 -g -fno-omit-frame-pointer -fsanitize=$(SANITIZE) -fno-sanitize-recover=all
# An assert is no branch that a test could reach.
COUNTED = -w -O0 -g --coverage -fprofile-abs-path -DNDEBUG
FLAGS = $(LANGUAGE) $(if $(COVERAGE),$(COUNTED),$(if $(SANITIZE),$(SANITIZED),$(RELEASE))) -fPIE $(CPPFLAGS) $(CFLAGS)
LINK = $(call say,LINK)$(CC) $(FLAGS) -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS) -o $@ $^

# In the program the banned functions do not compile; a test may use them to provoke trouble.
$(BUILD)/core/% $(BUILD)/tui/%: private EXTRA = -include core/base/banned.h
# A library's header that names banned functions stands before the ban.
$(BUILD)/core/print/xlsx%: private EXTRA = -include xlsxwriter.h -include core/base/banned.h
$(BUILD)/core/command/context.o: private EXTRA += -DTRIWULAN_CONFIG_DIR='"$(CONFIG_DIR)"' \
	-DTRIWULAN_SAMPLES_DIR='"$(SAMPLES_DIR)"'
$(BUILD)/tests/%: private EXTRA = -Itests

# --- What is built: every source is found, so a new one needs no line here ---

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
programs = $(patsubst %.c,$(BUILD)/%,$(wildcard $(1)))

CORE = $(BUILD)/libtriwulan-core.a
TUI = $(BUILD)/libtriwulan-tui.a
PROGRAM = $(BUILD)/triwulan
PRINTER = $(BUILD)/triwulan-laporan

UNIT = $(call programs,tests/unit/test_*.c)
E2E = $(call programs,tests/e2e/test_*.c)
PARTNERS = $(call programs,tests/e2e/*_program.c)
FAULT = $(call programs,tests/fault/fault_*.c)
BENCH = $(call programs,tests/bench/bench_*.c tests/bench/floor_*.c)
FUZZ = $(call programs,tests/fuzz/fuzz_*.c)
REPLAY = $(subst /fuzz_,/replay_,$(FUZZ))
PRELOADS = $(patsubst %.c,$(BUILD)/%.so,$(wildcard tests/fault/*preload.c tests/bench/*preload.c))

# What else stands beside the tests helps them: one archive, from which each takes what it uses.
HELPERS = $(BUILD)/libtests.a
HELPER_SOURCES = $(filter-out %preload.c $(patsubst $(BUILD)/%,%.c,$(UNIT) $(E2E) $(PARTNERS) $(FAULT) $(BENCH)), \
	$(wildcard tests/unit/*.c tests/e2e/*.c tests/fault/*.c tests/bench/*.c))

# XLSX and PDF are a program of their own; where its libraries are missing, the rest is built all the same.
CAN_PRINT = $(shell $(CC) -E -include hpdf.h -include xlsxwriter.h -x c /dev/null >/dev/null 2>&1 && echo yes)

.PHONY: all
all: $(PROGRAM) $(if $(CAN_PRINT),$(PRINTER))

$(PROGRAM): $(BUILD)/tui/app/main.o $(TUI) $(CORE)
	$(LINK) $(TUI_LIBS) $(CORE_LIBS)
$(PRINTER): $(call objects,$(wildcard core/print/*.c)) $(CORE)
	$(LINK) $(PRINT_LIBS) -lmd
$(CORE): $(call objects,$(filter-out core/print/%,$(wildcard core/*/*.c)))
$(TUI): $(call objects,$(filter-out tui/app/main.c,$(wildcard tui/*/*.c tui/*/*/*.c)))
$(HELPERS): $(call objects,$(HELPER_SOURCES))

# Unit tests link without ncurses: that they do proves that the core needs no terminal.
$(UNIT): %: %.o $(HELPERS) $(CORE)
	$(LINK) $(CORE_LIBS) $(TEST_LIBS)
$(E2E) $(PARTNERS) $(FAULT) $(BENCH): %: %.o $(HELPERS) $(CORE)
	$(LINK) $(TUI_LIBS) $(CORE_LIBS) $(E2E_LIBS)
$(FUZZ): %: %.o $(TUI) $(CORE)
	$(LINK) -fsanitize=fuzzer $(TUI_LIBS) $(CORE_LIBS)
$(REPLAY): $(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(TUI) $(CORE)
	$(LINK) $(TUI_LIBS) $(CORE_LIBS)
$(PRELOADS): $(BUILD)/%.so: %.c $(wildcard tests/fault/*.h) $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(FLAGS) $(EXTRA) -fPIC -shared -o $@ $<

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(FLAGS) $(EXTRA) -MMD -MP -c -o $@ $<
# Made anew each time, so that a removed source leaves it; q, because two folders may share a file's name.
%.a:
	@rm -f $@
	$(call say,AR)$(AR) qcs $@ $^
# Touched only when the words change; what was compiled with others is then compiled again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@words='$(subst ','\'',$(CC) $(FLAGS) $(CONFIG_DIR) $(SAMPLES_DIR))'; \
		echo "$$words" | cmp -s - $@ || echo "$$words" >$@
.PHONY: FORCE
FORCE:
-include $(wildcard $(BUILD)/core/*/*.d $(BUILD)/tui/*/*.d $(BUILD)/tui/*/*/*.d $(BUILD)/tests/*/*.d)

# --- Running ---

.PHONY: deps run install
deps:
	@.ci/deps test
run:
	@.ci/deps
	@$(MAKE) all
	@if [ -t 0 ] && [ -t 1 ]; then $(PROGRAM); else samples/tanpa-terminal.sh $(PROGRAM); fi

# Built apart, since an installed program looks for its configuration elsewhere.
install: SHARE = $(PREFIX)/share/triwulan
install:
	@$(MAKE) BUILD=$(BUILD)/install CONFIG_DIR=$(SHARE) SAMPLES_DIR=$(SHARE)/samples all
	install -D -m 755 $(BUILD)/install/triwulan $(DESTDIR)$(PREFIX)/bin/triwulan
	$(if $(CAN_PRINT),install -D -m 755 $(BUILD)/install/triwulan-laporan $(DESTDIR)$(PREFIX)/bin/triwulan-laporan)
	install -D -m 644 -t $(DESTDIR)$(SHARE) config/*.yaml config/skema.sql config/panduan.md
	install -D -m 644 -t $(DESTDIR)$(SHARE)/samples samples/*.csv
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 config/triwulan.1

# --- Testing ---

# Runs stages one after the other, all of them even when one fails.
stages = failed=0; for stage in $(1); do $(MAKE) $$stage || failed=1; done
E2E_ENVIRONMENT = TRIWULAN_PROGRAM=$(abspath $(PROGRAM)) TRIWULAN_BUILD=$(abspath $(BUILD))

.PHONY: test check coverage coverage-run lint unit e2e replay asan asan-stages valgrind fault fault-programs fuzz fuzz-run bench bench-programs bare \
	test-postgres format clean
test: export TALLY = $(abspath $(BUILD))/tally
test: export DEV = 1
test:
	@.ci/deps test
	@rm -f $(TALLY)
	+@$(call stages,lint unit e2e asan valgrind); tests/run --sum $(TALLY) $$failed
check:
	+@$(call stages,lint unit e2e); exit $$failed
# make coverage FILE=core/model/row.c: the lines of a file that no test reaches.
coverage:
	@.ci/deps test
	@$(MAKE) BUILD=$(BUILD)/coverage COVERAGE=1 $(if $(FILE),,coverage-run)
	@tests/coverage/run $(BUILD)/coverage $(FILE)
coverage-run: export TRIWULAN_CAKUPAN = 1
coverage-run: fault-programs
	@find $(BUILD) -name '*.gcda' -delete
	+@$(call stages,unit e2e); exit $$failed
	@$(E2E_ENVIRONMENT) tests/fault/run $(BUILD)/tests/fault/fault_calls $(BUILD)/tests/fault/fault_full
lint:
	@CC='$(CC)' FLAGS='$(LANGUAGE) $(WARNINGS)' BUILD='$(BUILD)' tests/lint/run
unit: $(UNIT)
	@tests/run unit $(UNIT)
e2e: $(PROGRAM) $(if $(CAN_PRINT),$(PRINTER)) $(E2E) $(PARTNERS)
	@$(E2E_ENVIRONMENT) tests/run e2e $(E2E)
replay: $(REPLAY)
	@tests/run fuzz-corpus $(REPLAY)
asan:
	@$(MAKE) BUILD=$(BUILD)/asan SANITIZE=address,undefined asan-stages
asan-stages:
	+@$(call stages,unit e2e replay); exit $$failed
valgrind: $(UNIT)
	@WALK_STEPS=20000 WRAPPER='valgrind -q --leak-check=full --error-exitcode=99' tests/run valgrind $(UNIT)
fault:
	@.ci/deps test
	@$(MAKE) fault-programs
	@$(E2E_ENVIRONMENT) tests/fault/run $(FAULT)
fault-programs: $(PROGRAM) $(PRINTER) $(FAULT) $(PRELOADS)
bench:
	@.ci/deps test bench
	@$(MAKE) bench-programs
	@$(E2E_ENVIRONMENT) tests/bench/run
bench-programs: $(PROGRAM) $(PRINTER) $(BENCH) $(PRELOADS)
fuzz:
	@.ci/deps fuzz
	@$(MAKE) BUILD=$(BUILD)/fuzz CC=clang SANITIZE=fuzzer-no-link,address,undefined fuzz-run
fuzz-run: $(FUZZ)
	@tests/fuzz/run $(FUZZ_SECONDS) $(FUZZ)
bare:
	@tests/bare run
	@tests/bare -u run
test-postgres:
	@.ci/deps postgres
	@$(MAKE) all
	@tests/postgres/run $(PROGRAM)
format:
	clang-format -i $(wildcard core/*/*.[ch] tui/*/*.[ch] tui/*/*/*.[ch] tests/*/*.[ch])
clean:
	rm -rf $(BUILD)
