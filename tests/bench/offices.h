/* The offices that figures are taken of: the shipped one with its 100 indicators, one with 4,000 and a store of 100,000
 * records, and one with 20,000 of which a quarter is filled in. Made once and kept under $TRIWULAN_BUILD/bench; what changes figures works on a
 * copy.
 *
 * Whatever fails here ends the program with a message. */
#ifndef BENCH_OFFICES_H
#define BENCH_OFFICES_H

#include "model/config.h"

/* The first two are measured on their screens, beside a floor that comes behind them (bench/subject.h). */
enum bench_office { OFFICE_100, OFFICE_4000, OFFICE_COUNT, OFFICE_20000 = OFFICE_COUNT + 1 };

#define OFFICE_LOGIN "uji" /* not listed, so may do everything and sees every bidang */
#define OFFICE_TODAY "2025-10-03"
enum { OFFICE_QUARTER = 3 }; /* the one due then */

/* $TRIWULAN_BUILD/bench/NAME; the caller frees it. */
char *bench_path(const char *name);

/* The office's home, with its configuration in `config` and its figures in `data`; the caller frees it. */
char *office_home(enum bench_office office);
/* A copy of it, also under $TRIWULAN_BUILD/bench; the caller frees it with home_free (e2e/launch.h). */
char *office_copy(enum bench_office office);

/* Hands in what each bidang of the office in `home` has filled in before OFFICE_QUARTER, the low figures
 * explained: there is something to verify then. */
void office_hand_in(const char *home);

/* What the program is started with for the office in `home`: global options, and the variable that names its
 * configuration, which the caller frees. */
extern const char *const office_arguments[];
char *office_environment(const char *home);

/* The caller releases it. */
void office_config_load(const char *home, struct config *config);

#endif
