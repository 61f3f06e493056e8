/* Dasbor: every bidang and period of a year at a glance, and the weakest indicators of one. Pure, over the records that
 * were read. */
#ifndef VIEW_DASHBOARD_H
#define VIEW_DASHBOARD_H

#include "model/tally.h"
#include "value/lift.h"

struct dashboard_cell {
    struct tally tally;
    enum entry_state state;
    int64_t first_at; /* milliseconds UTC, when it was first handed in; 0: never */
};

/* For each bidang of the configuration, in its order, a cell for each period. Where the person may not read a bidang
 * its cells are ENTRY_WITHHELD and otherwise zero. Zero-initialised is empty; dashboard_release frees it. */
struct dashboard {
    struct dashboard_cell (*cell)[PERIODS];
};
void dashboard_of(const struct records *records, int year, struct dashboard *dashboard);
void dashboard_release(struct dashboard *dashboard);

/* The rows of a bidang's quarter (NULL: of all bidang that one may read) with the lowest achievements that count, the
 * lowest first. */
enum { WEAKEST_MAX = 5 };
struct weakest {
    struct row row[WEAKEST_MAX];
    int count;
};
void dashboard_weakest(const struct records *records, const struct unit *unit, struct quarter quarter,
                       struct weakest *weakest);

/* Prints what would lift the row one grade: "kurang 3 laporan menuju Tinggi", "turunkan 2 aduan menuju Tinggi"; ""
 * where nothing does. */
void dashboard_lift_print(const struct row *row, const struct rules *rules, char *out, size_t size);

/* Prints how punctual the first submission was: "tepat waktu", "terlambat 3 hari", "belum diajukan"; "" where that may
 * not be read. */
void dashboard_time_print(const struct config *config, struct quarter quarter,
                          const struct dashboard_cell *cell, char *out, size_t size);

#endif
