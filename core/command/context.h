/* What a run of the program works with: global options, configuration, office. */
#ifndef COMMAND_CONTEXT_H
#define COMMAND_CONTEXT_H

#include "base/buf.h"
#include "office/office.h"
#include <stdio.h>

/* Global options as given; NULL where absent. They may stand before or after the command. */
struct globals {
    const char *config;  /* --konfig DIR */
    const char *data;    /* --data DIR */
    const char *unit;    /* --bidang KODE */
    const char *quarter; /* --triwulan 2025-TW1 */
    const char *login;   /* --sebagai LOGIN */
    const char *today;   /* --hari-ini YYYY-MM-DD */
    const char *format;  /* --format */
    bool sample;         /* --contoh */
    bool help;
    bool version;
};

struct context;

/* Fills a throw-away store, which is open as context->office, from the samples in `directory`. */
typedef bool context_fill_fn(struct context *context, const char *directory, struct err *err);

struct context {
    struct globals globals;
    context_fill_fn *fill; /* for --contoh; set before context_open */
    struct config config;
    const char *config_directory; /* borrowed; NULL until context_load */
    struct clock clock;
    char login[LOGIN_MAX + 1]; /* the person at the keyboard */
    struct office *office;     /* NULL until context_open */
    const struct unit *unit;   /* the asked bidang; NULL: all one may read */
    struct quarter quarter;    /* asked, or the one due */
    bool practice;             /* --contoh: say LATIHAN everywhere */
    char notice[ERR_TEXT_MAX]; /* a warning (the clock is outside the catalogues' years, ...); "" none */
    char *data;                /* the data directory, owned */
};

/* Loads the configuration from --konfig, else $TRIWULAN_KONFIG, /etc/triwulan, the shipped one, and finds the asked
 * bidang. Each problem of a faulty one is a line in `problems`. */
bool context_load(struct context *context, struct buf *problems, struct err *err);

/* Loads the office alone, without its catalogues. */
bool context_load_office(struct context *context, struct buf *problems, struct err *err);

/* Says which day it is, by --hari-ini or the clock. ERR_USAGE. */
bool context_today(struct context *context, struct date *today, struct err *err);

/* After context_load: resolves person, quarter and data directory, and opens the office; with --contoh on a throw-away
 * store filled from samples/. ERR_USAGE for a malformed option. */
bool context_open(struct context *context, struct err *err);

/* Does the same for looking only: nothing on the disk is made or written. ERR_NOT_FOUND when there is no store yet. */
bool context_look(struct context *context, struct err *err);

/* Does the first part of it, for commands without an office: day and quarter. */
bool context_when(struct context *context, struct err *err);

void context_close(struct context *context); /* also removes a throw-away store; a zeroed one is fine */

/* Returns "json" for --format json, and `otherwise` where it was not given. */
const char *context_format(const struct context *context, const char *otherwise);

/* Says whether that quarter has a catalogue; ERR_NOT_FOUND otherwise, `asked` being what was given. */
bool context_has_quarter(const struct context *context, struct quarter quarter, const char *asked,
                         struct err *err);

/* Returns the catalogue in force in the asked quarter. */
const struct catalogue *context_catalogue(const struct context *context);

/* Returns the indicator with this code in it, or NULL with ERR_NOT_FOUND; and the same for another quarter. */
const struct indicator *context_indicator(const struct context *context, const char *code, struct err *err);
const struct indicator *context_indicator_in(const struct context *context, struct quarter quarter,
                                             const char *code, struct err *err);

/* Returns the person at the keyboard, as the open office knows him. */
const struct person *context_person(const struct context *context);

/* Says whether this bidang belongs to what was asked, and is one the person may read. */
bool context_shows(const struct context *context, const struct unit *unit);

/* Refuses an output file that lies in the data directory, by whatever name (own/output.h); with --contoh also in the one
 * that holds the person's own figures. ERR_DENIED. */
bool context_output(const struct context *context, const char *path, struct err *err);

/* ---- reading: once for each command ---- */

/* Reads the records of these kinds (KINDS_...) of a bidang (NULL: of all that the person may read), or of one code, in
 * the year of the asked quarter. The caller releases *reading, also after a failure. */
bool context_read(struct context *context, const struct unit *unit, unsigned kinds, struct reading *reading,
                  struct err *err);
bool context_read_code(struct context *context, const char *code, unsigned kinds, struct reading *reading,
                       struct err *err);
/* Reads those of every year, of every bidang the person may read. */
bool context_read_all(struct context *context, unsigned kinds, struct reading *reading, struct err *err);

/* Reads the one record under `key`, of the year of the asked quarter: record_init's empty one when nothing stands there. */
bool context_record(struct context *context, const struct record_key *key, struct record *record,
                    struct err *err);
/* Reads it for a change: the empty one also when the person may not read it, so that it is admit that refuses. */
bool context_standing(struct context *context, const struct record_key *key, struct record *record,
                      struct err *err);

/* Makes a request about a code in the asked quarter, with a fresh operation; the rest of the change is to be filled in. */
struct request context_request(const struct context *context, enum event_kind kind, const char *code);

/* ---- printing ---- */

/* Prints the line above a table: what, quarter, bidang, and the marks of an example plan and of practice. */
void context_print_heading(const struct context *context, const char *what);
/* Prints the same for the catalogue. */
void context_print_catalogue_heading(const struct context *context);
/* Ends a line that shows targets with those marks, where they apply. */
void context_print_marks(const struct context *context);

/* Prints a line that names the codes which are in no catalogue any more (view/orphans.h), if there are any among the
 * records. */
void context_print_orphans(const struct records *records, FILE *out);

/* Prints "SUB-18 2025-TW3", which stands before what is said about one indicator's quarter. */
enum { SUBJECT_MAX = CODE_MAX + 1 + QUARTER_TEXT_MAX + 1 };
void subject_print(const char *code, struct quarter quarter, char out[SUBJECT_MAX]);

#endif
