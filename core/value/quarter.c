#include "value/quarter.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { MONTHS = 3, DAYS_STILL_DUE = 31 };

static const struct {
    const char *roman;
    const char *months;
    const char *name;
} names[PERIODS] = {
    {.roman = "I", .months = "Jan-Mar", .name = "TW I"},
    {.roman = "II", .months = "Apr-Jun", .name = "TW II"},
    {.roman = "III", .months = "Jul-Sep", .name = "TW III"},
    {.roman = "IV", .months = "Okt-Des", .name = "TW IV"},
    {.roman = "", .months = "Jan-Des", .name = "TAHUN"},
};

bool quarter_parse(const char *text, struct quarter *quarter) {
    static const char *const endings[PERIODS] = {"-TW1", "-TW2", "-TW3", "-TW4", "-TAHUN"};
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (!isdigit((unsigned char)text[i]))
            return false;
        year = year * 10 + (text[i] - '0');
    }
    for (int number = 1; number <= PERIODS && year >= 1900; number++)
        if (strcasecmp(text + 4, endings[number - 1]) == 0) {
            *quarter = (struct quarter){.year = year, .number = number};
            return true;
        }
    return false;
}

void quarter_print(struct quarter quarter, char out[QUARTER_TEXT_MAX]) {
    if (quarter.number == YEAR_PERIOD)
        snprintf(out, QUARTER_TEXT_MAX, "%04d-TAHUN", quarter.year);
    else
        snprintf(out, QUARTER_TEXT_MAX, "%04d-TW%d", quarter.year, quarter.number);
}

const char *quarter_roman(int number) {
    return names[number - 1].roman;
}

const char *quarter_name(int number) {
    return names[number - 1].name;
}

const char *quarter_months(int number) {
    return names[number - 1].months;
}

struct date quarter_first_day(struct quarter quarter) {
    int before = quarter.number == YEAR_PERIOD ? 0 : quarter.number - 1;
    return (struct date){.year = quarter.year, .month = before * MONTHS + 1, .day = 1};
}

struct date quarter_last_day(struct quarter quarter) {
    bool last = quarter.number >= QUARTERS;
    struct quarter next = {.year = quarter.year + last, .number = last ? 1 : quarter.number + 1};
    return date_add(quarter_first_day(next), -1);
}

struct date quarter_opens(struct quarter quarter) {
    if (quarter.number == YEAR_PERIOD)
        return (struct date){.year = quarter.year, .month = 12, .day = 1};
    return quarter_first_day(quarter);
}

int quarter_compare(struct quarter a, struct quarter b) {
    int left = a.year * PERIODS + a.number;
    int right = b.year * PERIODS + b.number;
    return (left > right) - (left < right);
}

struct quarter quarter_due(struct date day) {
    struct date then = date_add(day, -DAYS_STILL_DUE);
    return (struct quarter){.year = then.year, .number = (then.month - 1) / MONTHS + 1};
}

static bool is_day_off(struct date day, const struct date *holidays, int count) {
    enum { SUNDAY = 0, SATURDAY = 6 };
    int weekday = date_weekday(day);
    if (weekday == SUNDAY || weekday == SATURDAY)
        return true;
    for (int i = 0; i < count; i++)
        if (date_compare(holidays[i], day) == 0)
            return true;
    return false;
}

static struct date moved(struct date day, enum holiday_shift shift, const struct date *holidays, int count) {
    static const int step[] = {[HOLIDAY_LATER] = 1, [HOLIDAY_EARLIER] = -1, [HOLIDAY_FIXED] = 0};
    while (step[shift] != 0 && is_day_off(day, holidays, count))
        day = date_add(day, step[shift]);
    return day;
}

struct date quarter_deadline(struct quarter quarter, struct deadline_rule rule, const struct date *holidays,
                             int count) {
    bool next_year = quarter.number == YEAR_PERIOD || rule.month < quarter_first_day(quarter).month;
    struct date first = {.year = quarter.year + next_year, .month = rule.month, .day = 1};

    /* Counted from the month's first, so that 29 February exists in every year. */
    return moved(date_add(first, rule.day - 1), rule.shift, holidays, count);
}

struct date deadline_after(struct date deadline, struct offset_rule rule, const struct date *holidays,
                           int count) {
    return moved(date_add(deadline, rule.days), rule.shift, holidays, count);
}

int deadline_days_left(struct date deadline, struct date day) {
    return (int)(date_to_days(deadline) - date_to_days(day));
}
