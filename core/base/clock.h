/* Dates, instants and the zones of Indonesia. An instant is milliseconds since 1970-01-01 UTC. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int year;  /* 1900 to 9999; 0 for no date */
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

enum { CLOCK_TEXT_MAX = 48 };

/* Days since 1970-01-01 and back (proleptic Gregorian); no date for days outside the years above. */
int64_t date_to_days(struct date date);
struct date date_from_days(int64_t days);
struct date date_add(struct date date, int days);
int date_compare(struct date a, struct date b); /* <0, 0, >0 */
int date_weekday(struct date date);             /* 0 Sunday to 6 Saturday */
bool date_valid(struct date date);

/* "2025-01-31", exactly. */
bool date_parse(const char *text, struct date *date);
/* As typed: "28" (month and year of `today`), "28-9" (its year), "28-9-2025", "28/9/25", "2025-09-28", "H" or
 * "h". */
bool date_parse_typed(const char *text, struct date today, struct date *date);
/* "" for no date. */
void date_print_iso(struct date date, char out[CLOCK_TEXT_MAX]);   /* 2025-10-07 */
void date_print_short(struct date date, char out[CLOCK_TEXT_MAX]); /* 07-10-2025 */
void date_print_long(struct date date, char out[CLOCK_TEXT_MAX]);  /* 7 Oktober 2025 */

/* Indonesia has three zones and no daylight saving; a table of names suffices ("Asia/Makassar" +8 "WITA"). */
struct zone {
    const char *name;         /* IANA name */
    const char *abbreviation; /* WIB, WITA, WIT, UTC */
    int offset_minutes;       /* east of UTC */
};
const struct zone *zone_find(const char *name); /* NULL when unknown */
const char *zone_names(void);                   /* "Asia/Jakarta, ..." for messages */

/* Where the time comes from. Zero-initialised: the system's clock. With `today` set (--hari-ini) that date,
 * at the system's time of day. */
struct clock {
    struct date today;
};
int64_t clock_now(const struct clock *clock, const struct zone *zone);
struct date clock_today(const struct clock *clock, const struct zone *zone);
struct date clock_date(int64_t instant, const struct zone *zone);
void clock_print(int64_t instant, const struct zone *zone, char out[CLOCK_TEXT_MAX]); /* 03-10-2025 14.05 */
void clock_print_iso(int64_t instant, const struct zone *zone,
                     char out[CLOCK_TEXT_MAX]);           /* 2025-10-03T14:05:09+08:00 */
int clock_hour(int64_t instant, const struct zone *zone); /* 0 to 23 */

#endif
