/* The indicators of a year, or of its later quarters. Their wording is official, letter for letter as in the
 * Pedoman. */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "base/digest.h"
#include "value/figure.h"
#include "value/measure.h"
#include <stdbool.h>

struct unit;

enum { CODE_MAX = 32 }; /* in bytes */

/* A document that the action plan asks for. */
struct requirement {
    enum evidence_kind kind;
    const char *title;
    bool due[PERIODS]; /* by period; never in the year's own measurement */
};

struct indicator {
    const char *code;
    enum level level;
    const char *objective;   /* sasaran */
    const char *description; /* uraian */
    struct measure_unit measure;
    const struct unit *unit; /* penanggung jawab */
    const char *officer;     /* pelaksana, by login; NULL when nobody is named */
    const char *definition;  /* NULL when none is given */
    bool over_hundred;       /* boleh_lebih_100: a percentage over 100 is not odd */
    bool budgeted;           /* it has a pagu */
    struct decimal budget;   /* pagu, in rupiah */
    struct plan plan;
    const struct requirement *requirement;
    int requirement_count;
};

struct catalogue {
    int year;
    int first;               /* mulai: the quarter from which it is in force, 1 to 4 */
    bool adopted;            /* status: ditetapkan; otherwise screens and reports print CONTOH */
    const char *plan_number; /* "" while it is not adopted */
    struct date plan_date;
    const struct indicator *indicator; /* in the file's order */
    int count;
    const int *by_code;   /* indexes into `indicator`, ordered by text_compare_folded */
    struct digest digest; /* the digest of the file's bytes, which every event remembers */
};

/* Says whether `length` bytes are a code: 1 to CODE_MAX of [A-Za-z0-9._-]. */
bool code_is_valid(const char *code, size_t length);

/* Returns the indicator with this code, ASCII letters without case, or NULL. */
const struct indicator *catalogue_find(const struct catalogue *catalogue, const char *code);

/* Returns what the quarters make of the year together, as the unit can take it: a count is rounded half away from zero.
 * It is BLANK or NOT_MEASURED when no quarter is filled. */
struct figure indicator_year(const struct indicator *indicator, const struct figure actual[PERIODS]);

/* Returns how many documents are required of `indicator` in period `number`; 0 in the year's own measurement. */
int indicator_required(const struct indicator *indicator, int number);

/* Says whether an attached title, ASCII letters without case, fills a requirement that is due in period `number`. */
bool requirement_filled(const struct requirement *requirement, int number, const char *title);

#endif
