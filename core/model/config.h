/* The office as its configuration describes it. Plain data, filled by config/config_load from triwulan.yaml
 * and the catalogues, never changed afterwards; every pointer lives in `arena`. The YAML contract is
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

/* id, key in `aturan`, label. The first has its own day for each period; the others follow so many days after
 * it. */
#define DEADLINES(X)                                                                                         \
    X(DEADLINE_HAND_IN, "batas_kirim", "Batas kirim")                                                        \
    X(DEADLINE_VERIFY, "batas_verifikasi", "Batas verifikasi")                                               \
    X(DEADLINE_REPAIR, "batas_perbaikan", "Batas perbaikan")                                                 \
    X(DEADLINE_REPORT, "batas_lapor", "Batas lapor")

#define X(id, key, label) id,
enum deadline { DEADLINES(X) DEADLINE_COUNT };
#undef X
extern const struct vocabulary deadline_words; /* key, label */

struct rules {
    struct deadline_rule deadline[PERIODS];
    struct offset_rule after[DEADLINE_COUNT]; /* the hand-in deadline; that itself by 0 days */
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

/* "capaian dibatasi 120, dasar triwulan": what an average is made of. */
void rules_print_basis(const struct rules *rules, char *out, size_t size);

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
    const struct catalogue *catalogue; /* by year, then by the quarter from which they are in force */
    int catalogue_count;
};

void config_release(struct config *config);

/* ASCII letters without case; NULL when unknown. */
const struct unit *config_unit(const struct config *config, const char *code);

/* The person listed under a login; NULL when there is none. */
const struct person *config_find_person(const struct config *config, const char *login);

/* Whom a login acts as: the person listed; or, not listed, everything on a single PC. The result borrows
 * `login`. */
struct person config_person(const struct config *config, const char *login);

/* The catalogue in force in that quarter; of the year's own measurement its last. NULL when the year has
 * none. */
const struct catalogue *config_catalogue(const struct config *config, struct quarter quarter);

/* The latest year that has a catalogue; 0 when there is none at all. */
int config_year(const struct config *config);

/* The indicator with this code in the catalogue in force then; NULL when there is none. */
const struct indicator *config_indicator(const struct config *config, struct quarter quarter,
                                         const char *code);

/* The last day that is on time for handing in, and for each deadline. */
struct date config_deadline(const struct config *config, struct quarter quarter);
struct date config_deadline_of(const struct config *config, struct quarter quarter, enum deadline deadline);

/* "tepat waktu", "terlambat 3 hari", "belum diajukan" for 0: a quarter first handed in at that instant,
 * milliseconds UTC (DOMAIN.md, The year, 3). */
void config_timeliness_print(const struct config *config, struct quarter quarter, int64_t first_at, char *out,
                             size_t size);

/* The quarter due today; where its year has no catalogue, the nearest that has one: the first that follows,
 * or the latest year's fourth. *outside: neither today nor that quarter lies in a catalogue's year (a
 * warning): in January last year's fourth quarter is still due. */
struct quarter config_quarter_due(const struct config *config, struct date today, bool *outside);

/* Who may read a bidang's figures; the reasons stand in admit's tables. A pembaca reads of every bidang what
 * is ratified, and only that. */
bool person_reads(const struct person *person, const struct unit *unit);

/* Who may also read what is not ratified (NULL: of every bidang). */
bool person_reads_drafts(const struct person *person, const struct unit *unit);

#endif
