/* What a run of the program works with: global options, configuration, office. */
#ifndef COMMAND_CONTEXT_H
#define COMMAND_CONTEXT_H

#include "base/buf.h"
#include "office/office.h"

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

struct context {
    struct globals globals;
    struct config config;
    const char *config_directory; /* borrowed; NULL until context_load */
    struct clock clock;
    char login[LOGIN_MAX + 1]; /* the person at the keyboard */
    struct office *office;     /* NULL until context_open */
    const struct unit *unit;   /* the asked bidang; NULL: all one may read */
    struct quarter quarter;    /* asked, or the one due */
    bool practice;             /* --contoh: say LATIHAN everywhere */
    char notice[ERR_TEXT_MAX]; /* a warning for the person (the clock is outside the catalogues' years, ...);
                                  "" none */
    char *data;                /* the data directory, owned */
};

/* The configuration from --konfig, else $TRIWULAN_KONFIG, /etc/triwulan, the shipped one; and the asked
 * bidang. Every problem of a faulty one is a line in `problems`. */
bool context_load(struct context *context, struct buf *problems, struct err *err);

/* The same of the office alone, without its catalogues. */
bool context_load_office(struct context *context, struct buf *problems, struct err *err);

/* The day, as --hari-ini or the clock says. ERR_USAGE. */
bool context_today(struct context *context, struct date *today, struct err *err);

/* After context_load: resolves person, quarter and data directory, and opens the office; with --contoh
 * on a throw-away store filled from samples/. ERR_USAGE for a malformed option. */
bool context_open(struct context *context, struct err *err);

/* The first part of it, for commands without an office: day and quarter. */
bool context_when(struct context *context, struct err *err);

void context_close(struct context *context); /* also removes a throw-away store; a zeroed one is fine */

/* "json" for --format json; `otherwise` where it was not given. */
const char *context_format(const struct context *context, const char *otherwise);

/* Whether that quarter has a catalogue; ERR_NOT_FOUND otherwise, `asked` being what was given. */
bool context_has_quarter(const struct context *context, struct quarter quarter, const char *asked,
                         struct err *err);

/* The catalogue in force in the asked quarter. */
const struct catalogue *context_catalogue(const struct context *context);

/* The indicator with this code in it, or NULL with ERR_NOT_FOUND; and the same for another quarter. */
const struct indicator *context_indicator(const struct context *context, const char *code, struct err *err);
const struct indicator *context_indicator_in(const struct context *context, struct quarter quarter,
                                             const char *code, struct err *err);

/* Whether this indicator belongs to what was asked: its bidang, and one the person may read. */
bool context_shows(const struct context *context, const struct indicator *indicator);

/* The line above a table: what, quarter, bidang, and the marks of an example plan and of practice. */
void context_print_heading(const struct context *context, const char *what);
/* The same for the catalogue. */
void context_print_catalogue_heading(const struct context *context);
/* Ends a line that shows targets with those marks, where they apply. */
void context_print_marks(const struct context *context);

/* "SUB-18 2025-TW3", before what is said about one indicator's quarter. */
enum { SUBJECT_MAX = CODE_MAX + 1 + QUARTER_TEXT_MAX + 1 };
void subject_print(const struct indicator *indicator, struct quarter quarter, char out[SUBJECT_MAX]);

#endif
