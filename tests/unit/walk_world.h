/* The office through which the random walk goes: the small office's bidang with some of its indicators, and
 * people of every role and of several. */
#ifndef UNIT_WALK_WORLD_H
#define UNIT_WALK_WORLD_H

#include "model/config.h"
#include "unit/small_office.h"

enum { WALK_PEOPLE = 11, WALK_INDICATORS = 5, WALK_UNITS = 2, WALK_EXPLAIN_BELOW = 80, WALK_NONE = -1 };

/* Roles as letters: O operator, A atasan, V verifikator, P perencana, H pimpinan, R pembaca; * one who is not
 * listed, and may do everything on a single PC. */
struct walk_person {
    const char *login;
    int unit; /* WALK_NONE: none */
    const char *roles;
};
extern const struct walk_person walk_people[WALK_PEOPLE];

struct walk_indicator {
    const char *code;
    int unit;
    bool percent;
    bool budgeted;
    int64_t target; /* of each quarter, in units of a decimal; 0: not set */
    int64_t annual;
    const char *document; /* required in each quarter, but not of the year; NULL: none */
};
extern const struct walk_indicator walk_indicators[WALK_INDICATORS];
extern const char *const walk_units[WALK_UNITS];

struct walk_rules {
    bool initial; /* aturan.paraf */
    bool warned;  /* verifikasi_sendiri: peringatkan */
};
/* The configuration under these rules, until the next call. */
const struct config *walk_config(struct walk_rules rules);

#endif
