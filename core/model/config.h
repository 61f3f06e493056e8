/* The office as its configuration describes it. Plain data, filled by edge/config_load from triwulan.yaml and
 * the catalogue, never changed afterwards; every pointer lives in `arena`. The YAML contract is
 * config/triwulan.yaml. */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "base/arena.h"
#include "base/clock.h"
#include "model/catalogue.h"
#include "value/average.h"
#include "value/quarter.h"
#include "value/role.h"
#include <stdbool.h>

/* A division (bidang, or the Sekretariat). */
struct unit {
    const char *code; /* "koperasi" */
    const char *name; /* "Bidang Koperasi" */
};

struct person {
    const char *login;
    const char *name;
    const char *position;    /* jabatan; "" when not given */
    const struct unit *unit; /* NULL: none */
    role_set roles;
    bool everything; /* not listed, on a single PC: may do everything */
};

/* Who signs; blank parts print a dotted line. */
struct signer {
    const char *position;
    const char *name;
    const char *rank;
    const char *nip;
};

enum average_basis { AVERAGE_QUARTER, AVERAGE_TO_DATE }; /* dasar_rata_rata: triwulan | sd */

struct warning_limits {
    struct decimal above; /* achievement, percent */
    struct decimal below; /* achievement, percent */
    struct decimal jump;  /* times the last quarter's actual */
};

struct rules {
    struct deadline_rule deadline[QUARTERS];
    const struct date *holiday;
    int holiday_count;
    bool initial_required;         /* paraf */
    bool self_verification_warned; /* verifikasi_sendiri: peringatkan; otherwise refused */
    bool evidence_required;        /* bukti_wajib_saat_ajukan */
    struct decimal explain_below;  /* penjelasan_di_bawah, percent */
    struct bands bands;
    struct cap cap;
    enum average_basis average_basis;
    enum lower_formula lower_formula;
    struct warning_limits warn;
};

struct config {
    struct arena arena;
    const char *agency; /* instansi.nama */
    const char *agency_short;
    const char *region;  /* daerah */
    const char *address; /* alamat, "" when blank */
    const char *place;   /* tempat */
    const struct zone *zone;
    struct signer head, team_chair, planner;
    const char *team_decree; /* tim.sk */
    struct date team_date;
    const struct unit *unit;
    int unit_count;
    const struct person *person;
    int person_count;
    struct rules rules;
    struct catalogue catalogue;
};

void config_release(struct config *config);

/* ASCII letters without case; NULL when unknown. */
const struct unit *config_unit(const struct config *config, const char *code);

/* The person listed under a login; NULL when there is none. */
const struct person *config_find_person(const struct config *config, const char *login);

/* Whom a login acts as: the person listed; or, not listed, everything on a single PC. The result borrows
 * `login`. */
struct person config_person(const struct config *config, const char *login);

struct date config_deadline(const struct config *config, struct quarter quarter);

/* The quarter due today, held inside the catalogue's year. *outside: neither today nor that quarter lies in
 * the year (a warning): in January last year's fourth quarter is still due. */
struct quarter config_quarter_due(const struct config *config, struct date today, bool *outside);

/* Who may read a bidang's figures; the reasons stand in admit's tables. */
bool person_reads(const struct person *person, const struct unit *unit);

#endif
