/* The indicators of a year, or of its later quarters. Wording is official: letter for letter as in the
 * Pedoman. */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "base/digest.h"
#include "value/figure.h"
#include "value/measure.h"
#include <stdbool.h>

struct unit;

enum { CODE_MAX = 32 }; /* bytes of a code, [A-Za-z0-9._-] */

/* A document the action plan asks for. */
struct requirement {
    enum evidence_kind kind;
    const char *title;
    bool due[PERIODS]; /* of the year's own measurement never */
};

struct indicator {
    const char *code;
    enum level level;
    const char *objective;   /* sasaran */
    const char *description; /* uraian */
    struct measure_unit measure;
    const struct unit *unit; /* penanggung jawab */
    const char *officer;     /* pelaksana: a login; NULL when not named */
    const char *definition;  /* NULL when not given */
    bool over_hundred;       /* boleh_lebih_100 */
    bool budgeted;
    struct decimal budget; /* pagu, rupiah */
    struct plan plan;
    const struct requirement *requirement;
    int requirement_count;
};

struct catalogue {
    int year;
    int first;               /* 1 to 4: the quarter from which it is in force (mulai) */
    bool adopted;            /* rencana_aksi.status: ditetapkan; otherwise screens and reports say CONTOH */
    const char *plan_number; /* "" while not adopted */
    struct date plan_date;
    const struct indicator *indicator; /* in the file's order */
    int count;
    const int *by_code;   /* indexes into `indicator`, in the order of text_compare_folded */
    struct digest digest; /* of the file's bytes; every event remembers it */
};

/* Whether these bytes are a code. */
bool code_is_valid(const char *code, size_t length);

/* ASCII letters without case; NULL when unknown. */
const struct indicator *catalogue_find(const struct catalogue *catalogue, const char *code);

/* What the quarters make of the year together, as the unit can take it: a count is rounded half away from
 * zero. BLANK or NOT_MEASURED when none is filled. */
struct figure indicator_year(const struct indicator *indicator, const struct figure actual[PERIODS]);

/* Documents required of `indicator` in quarter `number`; 0 for the year's own measurement. */
int indicator_required(const struct indicator *indicator, int number);

/* Whether an attached title fills a requirement due in that quarter (ASCII letters without case). */
bool requirement_filled(const struct requirement *requirement, int number, const char *title);

#endif
