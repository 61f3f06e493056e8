/* Dates, instants and the time zones of Indonesia. An instant is a number of milliseconds since 1970-01-01 UTC. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct date {
    int year;  /* 1900 to 9999; 0: there is no date */
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

enum { CLOCK_TEXT_MAX = 48 };

/* Return the days since 1970-01-01 of a date, and the date of such days (proleptic Gregorian calendar). Days outside
 * the years above have no date, and the year is 0 then. */
int64_t date_to_days(struct date date);
struct date date_from_days(int64_t days);
/* Returns the date that many days later, or earlier where `days` is negative. */
struct date date_add(struct date date, int days);
/* Returns less than 0, 0 or more than 0: `a` is before `b`, the same day, or after it. */
int date_compare(struct date a, struct date b);
/* Returns 0 for a Sunday up to 6 for a Saturday. */
int date_weekday(struct date date);
/* Says whether the calendar has such a date, in the years above. */
bool date_valid(struct date date);

/* Reads exactly "2025-01-31". False, with *date unchanged, when the text is anything else. */
bool date_parse(const char *text, struct date *date);
/* Reads a date as people type it: "28" (of the month and year of `today`), "28-9" (of its year), "28-9-2025",
 * "28/9/25", "2025-09-28", or "H" in either case for `today`. False, with *date unchanged, when the text is anything
 * else. */
bool date_parse_typed(const char *text, struct date today, struct date *date);
/* Print the date, "" for no date. */
void date_print_iso(struct date date, char out[CLOCK_TEXT_MAX]);   /* 2025-10-07 */
void date_print_short(struct date date, char out[CLOCK_TEXT_MAX]); /* 07-10-2025 */
void date_print_long(struct date date, char out[CLOCK_TEXT_MAX]);  /* 7 Oktober 2025 */

/* Indonesia has three time zones and no daylight saving, so that a table of names is all that is needed. */
struct zone {
    const char *name;         /* by IANA: "Asia/Makassar" */
    const char *abbreviation; /* WIB, WITA, WIT, UTC */
    int offset_minutes;       /* east of UTC */
};
/* Returns the zone with this IANA name, spelt exactly, or NULL when the table does not have it. */
const struct zone *zone_find(const char *name);
/* Returns the names of all zones for a message: "Asia/Jakarta, ...". */
const char *zone_names(void);

/* Says where the time comes from. A zero-initialised clock is the system's; with `today` set (--hari-ini) it shows that
 * date, at the system's time of day. */
struct clock {
    struct date today;
};
/* Return the instant that it is now, today's date in `zone`, and the date in `zone` of any instant. */
int64_t clock_now(const struct clock *clock, const struct zone *zone);
struct date clock_today(const struct clock *clock, const struct zone *zone);
struct date clock_date(int64_t instant, const struct zone *zone);
/* Print an instant as `zone` has it. */
void clock_print(int64_t instant, const struct zone *zone, char out[CLOCK_TEXT_MAX]); /* 03-10-2025 14.05 */
void clock_print_iso(int64_t instant, const struct zone *zone,
                     char out[CLOCK_TEXT_MAX]); /* 2025-10-03T14:05:09+08:00 */
/* Returns the hour, 0 to 23, that `zone` has at an instant. */
int clock_hour(int64_t instant, const struct zone *zone);

#endif
