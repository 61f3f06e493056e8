#include "value/quarter.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { MONTHS = 3, DAYS_STILL_DUE = 31 };

static const struct {
    const char *roman;
    const char *months;
} names[QUARTERS] = {
    {.roman = "I", .months = "Jan-Mar"},
    {.roman = "II", .months = "Apr-Jun"},
    {.roman = "III", .months = "Jul-Sep"},
    {.roman = "IV", .months = "Okt-Des"},
};

bool quarter_parse(const char *text, struct quarter *quarter) {
    static const char shape[] = "0000-TW0";
    if (strlen(text) != sizeof shape - 1 || strncasecmp(text + 4, "-TW", 3) != 0)
        return false;

    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (!isdigit((unsigned char)text[i]))
            return false;
        year = year * 10 + (text[i] - '0');
    }
    int number = text[7] - '0';
    if (year < 1900 || number < 1 || number > QUARTERS)
        return false;

    *quarter = (struct quarter){.year = year, .number = number};
    return true;
}

void quarter_print(struct quarter quarter, char out[QUARTER_TEXT_MAX]) {
    snprintf(out, QUARTER_TEXT_MAX, "%04d-TW%d", quarter.year, quarter.number);
}

const char *quarter_roman(int number) {
    return names[number - 1].roman;
}

const char *quarter_months(int number) {
    return names[number - 1].months;
}

struct date quarter_first_day(struct quarter quarter) {
    return (struct date){.year = quarter.year, .month = (quarter.number - 1) * MONTHS + 1, .day = 1};
}

struct date quarter_last_day(struct quarter quarter) {
    bool last = quarter.number == QUARTERS;
    struct quarter next = {.year = quarter.year + last, .number = last ? 1 : quarter.number + 1};
    return date_add(quarter_first_day(next), -1);
}

int quarter_compare(struct quarter a, struct quarter b) {
    int left = a.year * QUARTERS + a.number;
    int right = b.year * QUARTERS + b.number;
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

struct date quarter_deadline(struct quarter quarter, struct deadline_rule rule, const struct date *holidays,
                             int count) {
    static const int step[] = {[HOLIDAY_LATER] = 1, [HOLIDAY_EARLIER] = -1, [HOLIDAY_FIXED] = 0};
    bool next_year = rule.month < quarter_first_day(quarter).month;
    struct date first = {.year = quarter.year + next_year, .month = rule.month, .day = 1};

    /* Counted from the month's first, so that 29 February exists in every year. */
    struct date deadline = date_add(first, rule.day - 1);
    while (step[rule.shift] != 0 && is_day_off(deadline, holidays, count))
        deadline = date_add(deadline, step[rule.shift]);
    return deadline;
}

int deadline_days_left(struct date deadline, struct date day) {
    return (int)(date_to_days(deadline) - date_to_days(day));
}
