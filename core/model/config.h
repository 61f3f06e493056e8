/* The office as its configuration describes it. It is plain data: config/config_load fills it from triwulan.yaml and
 * the catalogues, and nothing changes it afterwards. Every text and table in it lives in `arena`. What the YAML may say
 * is in config/triwulan.yaml. */
#ifndef MODEL_CONFIG_H
#define MODEL_CONFIG_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/closed_set.h"
#include "model/catalogue.h"
#include "value/average.h"
#include "value/quarter.h"
#include "value/role.h"
#include <stdbool.h>

/* A unit is a division: a bidang, or the Sekretariat. */
struct unit {
    const char *code; /* "koperasi" */
    const char *name; /* "Bidang Koperasi" */
};

struct person {
    const char *login;
    const char *name;
    const char *position;    /* jabatan; "" when none is given */
    const struct unit *unit; /* NULL: he belongs to none */
    role_set roles;
    bool everything; /* a login that is not listed, on a single PC, may do everything */
};

/* Somebody who signs; a blank part prints a dotted line. */
struct signer {
    const char *position;
    const char *name;
    const char *rank;
    const char *nip;
};

enum average_basis { AVERAGE_QUARTER, AVERAGE_TO_DATE }; /* dasar_rata_rata: triwulan | sd */

struct warning_limits {
    struct decimal above; /* an achievement in percent */
    struct decimal below; /* an achievement in percent */
    struct decimal jump;  /* how many times the last filled quarter's actual */
};

/* Each row has the key in `aturan` and the label. The first deadline has its own day for each period; the others follow
 * it by so many days. */
#define DEADLINES(X)                                                                                         \
    X(DEADLINE_HAND_IN, "batas_kirim", "Batas kirim")                                                        \
    X(DEADLINE_VERIFY, "batas_verifikasi", "Batas verifikasi")                                               \
    X(DEADLINE_REPAIR, "batas_perbaikan", "Batas perbaikan")                                                 \
    X(DEADLINE_REPORT, "batas_lapor", "Batas lapor")

enum deadline { DEADLINES(SET_ID) DEADLINE_COUNT };
extern const struct vocabulary deadline_words;

struct rules {
    struct deadline_rule deadline[PERIODS];
    struct offset_rule after[DEADLINE_COUNT]; /* how each follows the first; that one itself by 0 days */
    const struct date *holiday;
    int holiday_count;
    bool initial_required;         /* paraf: ya */
    bool self_verification_warned; /* verifikasi_sendiri: peringatkan; otherwise it is refused */
    bool evidence_required;        /* bukti_wajib_saat_ajukan: ya */
    struct decimal explain_below;  /* penjelasan_di_bawah, in percent */
    struct bands bands;
    struct cap cap;
    enum average_basis average_basis;
    enum lower_formula lower_formula;
    struct warning_limits warn;
};

/* Prints of what an average is made: "capaian dibatasi 120, dasar triwulan". */
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
    const struct catalogue *catalogue; /* ordered by year, then by `first` */
    int catalogue_count;
};

void config_release(struct config *config);

/* Returns the unit with this code, ASCII letters without case, or NULL. */
const struct unit *config_unit(const struct config *config, const char *code);

/* Returns the person who is listed under a login, or NULL. */
const struct person *config_find_person(const struct config *config, const char *login);

/* Returns the name of the person who is listed under a login, or else the login itself. */
const char *config_name(const struct config *config, const char *login);

/* Returns as whom a login acts: as the person who is listed or, when nobody is, as somebody who may do everything. The
 * result borrows `login`. */
struct person config_person(const struct config *config, const char *login);

/* Returns the catalogue in force in a quarter; for the year's own measurement the last one of its year. NULL when there
 * is none. */
const struct catalogue *config_catalogue(const struct config *config, struct quarter quarter);

/* Returns the latest year that has a catalogue, 0 when there is none at all. */
int config_year(const struct config *config);

/* Returns the indicator with this code in the catalogue that is in force in `quarter`, or NULL. */
const struct indicator *config_indicator(const struct config *config, struct quarter quarter,
                                         const char *code);

/* Return the last day that is on time: for handing in, and for any deadline. */
struct date config_deadline(const struct config *config, struct quarter quarter);
struct date config_deadline_of(const struct config *config, struct quarter quarter, enum deadline deadline);

/* Prints how punctual a quarter is that was first handed in at the instant `first_at` (milliseconds UTC, 0: never):
 * "tepat waktu", "terlambat 3 hari", "belum diajukan" (core/DOMAIN.md, The year, 3). */
void config_timeliness_print(const struct config *config, struct quarter quarter, int64_t first_at, char *out,
                             size_t size);

/* Returns the quarter that is due today. Where its year has no catalogue, it is the first quarter of the next year that
 * has one, or else the fourth of the latest year. *outside says that neither today nor the quarter due lies in a year
 * with a catalogue, which is worth a warning: in January the fourth quarter of last year is still due. */
struct quarter config_quarter_due(const struct config *config, struct date today, bool *outside);

/* Says whether the person may read figures of a bidang (NULL: of every bidang). A pembaca reads of every bidang what is
 * ratified, and only that. */
bool person_reads(const struct person *person, const struct unit *unit);

/* Says whether the person may also read of a bidang (NULL: of every bidang) what is not ratified. */
bool person_reads_drafts(const struct person *person, const struct unit *unit);

#endif
