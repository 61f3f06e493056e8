#include "base/clock.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { YEAR_MIN = 1900, YEAR_MAX = 9999 };

static const int64_t second = 1000;
static const int64_t minute = 60 * 1000;
static const int64_t hour = 60 * 60 * 1000;
static const int64_t day = 24 * 60 * 60 * 1000;

/* Quotient towards minus infinity; `divisor` is positive. */
static int64_t floor_div(int64_t value, int64_t divisor) {
    return value / divisor - (value % divisor < 0);
}

static int64_t floor_mod(int64_t value, int64_t divisor) {
    return value - floor_div(value, divisor) * divisor;
}

/* After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the leap
 * day is the last of its year; an era is 400 years. */
int64_t date_to_days(struct date date) {
    int64_t year = date.year - (date.month <= 2);
    int64_t era = floor_div(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct date date_from_days(int64_t days) {
    static const struct date first = {YEAR_MIN, 1, 1}, last = {YEAR_MAX, 12, 31};
    if (days < date_to_days(first) || days > date_to_days(last))
        return (struct date){0};
    int64_t shifted = days + 719468;
    int64_t era = floor_div(shifted, 146097);
    int64_t day_of_era = floor_mod(shifted, 146097);
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    return (struct date){
        .year = (int)(year_of_era + era * 400) + (month <= 2),
        .month = month,
        .day = (int)(day_of_year - (153 * month_from_march + 2) / 5) + 1,
    };
}

struct date date_add(struct date date, int days) {
    return date_from_days(date_to_days(date) + days);
}

int date_compare(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int date_weekday(struct date date) {
    return (int)floor_mod(date_to_days(date) + 4, 7);
}

bool date_valid(struct date date) {
    if (date.year < YEAR_MIN || date.year > YEAR_MAX || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 31)
        return false;
    return date_compare(date_from_days(date_to_days(date)), date) == 0;
}

static bool take_number(const char **at, int digits_min, int digits_max, int *number) {
    int digits = 0;
    for (*number = 0; digits < digits_max && **at >= '0' && **at <= '9'; digits++, ++*at)
        *number = *number * 10 + (**at - '0');
    return digits >= digits_min;
}

static bool take_mark(const char **at, char mark) {
    if (**at != mark)
        return false;
    ++*at;
    return true;
}

static bool take_year(const char **at, int *year) {
    const char *start = *at;
    if (!take_number(at, 2, 4, year))
        return false;
    if (*at - start == 2)
        *year += 2000;
    return true;
}

bool date_parse(const char *text, struct date *date) {
    struct date parsed;
    bool shaped = take_number(&text, 4, 4, &parsed.year) && take_mark(&text, '-') &&
                  take_number(&text, 2, 2, &parsed.month) && take_mark(&text, '-') &&
                  take_number(&text, 2, 2, &parsed.day) && !*text;
    if (!shaped || !date_valid(parsed))
        return false;
    *date = parsed;
    return true;
}

bool date_parse_typed(const char *text, struct date today, struct date *date) {
    if (text_equal_folded(text, strlen(text), "h", 1)) {
        *date = today;
        return true;
    }
    if (date_parse(text, date))
        return true;
    struct date typed = today;
    bool shaped = take_number(&text, 1, 2, &typed.day);
    char mark = *text == '/' ? '/' : '-';
    if (shaped && *text)
        shaped = take_mark(&text, mark) && take_number(&text, 1, 2, &typed.month);
    if (shaped && *text)
        shaped = take_mark(&text, mark) && take_year(&text, &typed.year) && !*text;
    if (!shaped || !date_valid(typed))
        return false;
    *date = typed;
    return true;
}

void date_print_iso(struct date date, char out[CLOCK_TEXT_MAX]) {
    out[0] = '\0';
    if (date.year)
        snprintf(out, CLOCK_TEXT_MAX, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void date_print_short(struct date date, char out[CLOCK_TEXT_MAX]) {
    out[0] = '\0';
    if (date.year)
        snprintf(out, CLOCK_TEXT_MAX, "%02d-%02d-%04d", date.day, date.month, date.year);
}

void date_print_long(struct date date, char out[CLOCK_TEXT_MAX]) {
    static const char *const months[] = {"",        "Januari",  "Februari", "Maret",   "April",
                                         "Mei",     "Juni",     "Juli",     "Agustus", "September",
                                         "Oktober", "November", "Desember"};
    out[0] = '\0';
    if (date.year)
        snprintf(out, CLOCK_TEXT_MAX, "%d %s %d", date.day, months[date.month], date.year);
}

#define ZONES(X)                                                                                             \
    X("Asia/Jakarta", "WIB", 7)                                                                              \
    X("Asia/Pontianak", "WIB", 7)                                                                            \
    X("Asia/Makassar", "WITA", 8)                                                                            \
    X("Asia/Jayapura", "WIT", 9)                                                                             \
    X("UTC", "UTC", 0)

const struct zone *zone_find(const char *name) {
    static const struct zone zones[] = {
#define X(zone_name, short_name, hours) {zone_name, short_name, (hours)*60},
        ZONES(X)
#undef X
    };
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (!strcmp(zones[i].name, name))
            return &zones[i];
    return NULL;
}

const char *zone_names(void) {
#define X(zone_name, short_name, hours) ", " zone_name
    static const char names[] = ZONES(X);
#undef X
    return names + strlen(", ");
}

static int64_t to_local(int64_t instant, const struct zone *zone) {
    return instant + zone->offset_minutes * minute;
}

int64_t clock_now(const struct clock *clock, const struct zone *zone) {
    struct timespec system_time;
    clock_gettime(CLOCK_REALTIME, &system_time);
    int64_t now = (int64_t)system_time.tv_sec * second + system_time.tv_nsec / 1000000;
    if (!clock->today.year)
        return now;
    int64_t time_of_day = floor_mod(to_local(now, zone), day);
    return date_to_days(clock->today) * day + time_of_day - zone->offset_minutes * minute;
}

struct date clock_today(const struct clock *clock, const struct zone *zone) {
    return clock_date(clock_now(clock, zone), zone);
}

struct date clock_date(int64_t instant, const struct zone *zone) {
    return date_from_days(floor_div(to_local(instant, zone), day));
}

int clock_hour(int64_t instant, const struct zone *zone) {
    return (int)(floor_mod(to_local(instant, zone), day) / hour);
}

static int clock_minute(int64_t instant, const struct zone *zone) {
    return (int)(floor_mod(to_local(instant, zone), hour) / minute);
}

void clock_print(int64_t instant, const struct zone *zone, char out[CLOCK_TEXT_MAX]) {
    char date[CLOCK_TEXT_MAX];
    date_print_short(clock_date(instant, zone), date);
    snprintf(out, CLOCK_TEXT_MAX, "%.10s %02d.%02d", date, clock_hour(instant, zone),
             clock_minute(instant, zone));
}

void clock_print_iso(int64_t instant, const struct zone *zone, char out[CLOCK_TEXT_MAX]) {
    char date[CLOCK_TEXT_MAX];
    date_print_iso(clock_date(instant, zone), date);
    snprintf(out, CLOCK_TEXT_MAX, "%.10sT%02d:%02d:%02d+%02d:%02d", date, clock_hour(instant, zone),
             clock_minute(instant, zone), (int)(floor_mod(instant, minute) / second),
             zone->offset_minutes / 60, zone->offset_minutes % 60);
}
