#include "view/calendar.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

/* How many bidang took a step in a quarter, and when the last of them did. */
struct taken {
    int count;
    int late;
    struct date last;
};

struct calendar_facts {
    struct taken submitted, verified, ratified;
    int meetings;
    struct date last_meeting;
    int documents;
    struct date handed[RECIPIENT_COUNT];
};

struct calendar {
    const struct records *records;
    const struct config *config;
    const struct unit *unit; /* NULL: all */
    int year;
    int units; /* of which it tells */
    struct calendar_facts facts[PERIODS];
};

/* ---- gathering ---- */

static void take(const struct calendar *calendar, struct taken *taken, int64_t at, struct date due) {
    if (at == 0)
        return;
    struct date day = clock_date(at, calendar->config->zone);
    taken->count++;
    taken->late += date_compare(day, due) > 0;
    if (taken->count == 1 || date_compare(day, taken->last) > 0)
        taken->last = day;
}

static void add_submission(const struct calendar *calendar, struct calendar_facts *facts,
                           const struct record *record) {
    const struct submission *submission = &record->submission;
    const struct config *config = calendar->config;
    struct quarter quarter = record->key.quarter;
    if (calendar->unit && strcmp(calendar->unit->code, record->key.code) != 0)
        return;
    take(calendar, &facts->submitted, submission->first_at, config_deadline(config, quarter));
    take(calendar, &facts->verified, submission->verified_at,
         config_deadline_of(config, quarter, DEADLINE_VERIFY));
    take(calendar, &facts->ratified, submission->ratified_at,
         config_deadline_of(config, quarter, DEADLINE_REPORT));
}

static void add_meeting(const struct calendar *calendar, struct calendar_facts *facts,
                        const struct record *record) {
    struct date date = record->meeting.date;
    bool own = !calendar->unit || strcmp(calendar->unit->code, record->key.code) == 0 ||
               strcmp(RECORD_JOINT, record->key.code) == 0;
    if (!own)
        return;
    facts->meetings++;
    if (facts->meetings == 1 || date_compare(date, facts->last_meeting) > 0)
        facts->last_meeting = date;
}

static void add_document(const struct calendar *calendar, struct calendar_facts *facts,
                         const struct record *record) {
    (void)calendar;
    facts->documents += record->dossier.present;
}

static void add_handover(const struct calendar *calendar, struct calendar_facts *facts,
                         const struct record *record) {
    int recipient = vocabulary_find(&recipient_words, record->key.code);
    (void)calendar;
    if (recipient >= 0)
        facts->handed[recipient] = record->handover.date;
}

typedef void add_fn(const struct calendar *calendar, struct calendar_facts *facts,
                    const struct record *record);
static add_fn *const adds[RECORD_KIND_COUNT] = {
    [RECORD_SUBMISSION] = add_submission,
    [RECORD_MEETING] = add_meeting,
    [RECORD_DOCUMENT] = add_document,
    [RECORD_HANDOVER] = add_handover,
};

static bool gather(void *context, const struct record *record) {
    struct calendar *calendar = context;
    if (record->key.quarter.year == calendar->year)
        adds[record->key.kind](calendar, &calendar->facts[record->key.quarter.number - 1], record);
    return true;
}

static void gather_all(struct calendar *calendar) {
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key any = {.kind = (enum record_kind)kind};
        if (adds[kind])
            records_each(calendar->records, &any, gather, calendar);
    }
}

/* ---- lines ---- */

static void print_taken(const struct calendar *calendar, const struct taken *taken,
                        struct calendar_line *line) {
    char date[CLOCK_TEXT_MAX];
    line->done = taken->count >= calendar->units;
    if (!taken->count)
        return;
    date_print_short(taken->last, date);
    if (calendar->units == 1)
        snprintf(line->happened, sizeof line->happened, "%s%s", date, taken->late ? ", terlambat" : "");
    else if (taken->late)
        snprintf(line->happened, sizeof line->happened, "%d dari %d bidang, %d terlambat, terakhir %s",
                 taken->count, calendar->units, taken->late, date);
    else
        snprintf(line->happened, sizeof line->happened, "%d dari %d bidang, terakhir %s", taken->count,
                 calendar->units, date);
}

static void print_submitted(const struct calendar *calendar, const struct calendar_facts *facts,
                            struct calendar_line *line) {
    print_taken(calendar, &facts->submitted, line);
}

static void print_verified(const struct calendar *calendar, const struct calendar_facts *facts,
                           struct calendar_line *line) {
    print_taken(calendar, &facts->verified, line);
}

/* What is verified is mended. */
static void print_repaired(const struct calendar *calendar, const struct calendar_facts *facts,
                           struct calendar_line *line) {
    line->done = facts->verified.count >= calendar->units;
}

static void print_ratified(const struct calendar *calendar, const struct calendar_facts *facts,
                           struct calendar_line *line) {
    struct taken taken = facts->ratified;
    taken.late = 0;
    print_taken(calendar, &taken, line);
}

static void print_meetings(const struct calendar *calendar, const struct calendar_facts *facts,
                           struct calendar_line *line) {
    char date[CLOCK_TEXT_MAX];
    (void)calendar;
    date_print_short(facts->last_meeting, date);
    if (facts->meetings)
        snprintf(line->happened, sizeof line->happened, "%d kali, terakhir %s", facts->meetings, date);
    line->done = facts->meetings;
}

static void print_documents(const struct calendar *calendar, const struct calendar_facts *facts,
                            struct calendar_line *line) {
    (void)calendar;
    snprintf(line->happened, sizeof line->happened, "%d dari %d", facts->documents, DOCUMENT_COUNT);
    line->done = facts->documents == DOCUMENT_COUNT;
}

static void print_handed(const struct calendar *calendar, const struct calendar_facts *facts,
                         struct calendar_line *line) {
    (void)calendar;
    line->done = true;
    for (int i = 0; i < RECIPIENT_COUNT; i++) {
        char date[CLOCK_TEXT_MAX], text[CLOCK_TEXT_MAX + 32];
        if (facts->handed[i].year == 0) {
            line->done = false;
            continue;
        }
        date_print_short(facts->handed[i], date);
        snprintf(text, sizeof text, "%s %s", recipient_words.term[i].label, date);
        text_join(line->happened, sizeof line->happened, ", ", text);
    }
}

static void print_opened(const struct calendar *calendar, const struct calendar_facts *facts,
                         struct calendar_line *line) {
    (void)facts;
    line->done = date_compare(line->due, calendar->records->asker.today) <= 0;
}

static struct date no_day(const struct config *config, struct quarter quarter) {
    (void)config, (void)quarter;
    return (struct date){0};
}

static struct date opens(const struct config *config, struct quarter quarter) {
    (void)config;
    return quarter_opens(quarter);
}

static struct date verify_by(const struct config *config, struct quarter quarter) {
    return config_deadline_of(config, quarter, DEADLINE_VERIFY);
}

static struct date repair_by(const struct config *config, struct quarter quarter) {
    return config_deadline_of(config, quarter, DEADLINE_REPAIR);
}

static struct date report_by(const struct config *config, struct quarter quarter) {
    return config_deadline_of(config, quarter, DEADLINE_REPORT);
}

static const struct calendar_entry {
    const char *what;
    struct date (*due)(const struct config *config, struct quarter quarter);
    void (*print)(const struct calendar *calendar, const struct calendar_facts *facts,
                  struct calendar_line *line);
    bool quarters_only; /* not of the year's own measurement */
} entries[] = {
    {"Mulai diisi", opens, print_opened, false},
    {"Monev", no_day, print_meetings, false},
    {"Batas kirim", config_deadline, print_submitted, false},
    {"Batas verifikasi", verify_by, print_verified, false},
    {"Batas perbaikan", repair_by, print_repaired, false},
    {"Pengesahan", no_day, print_ratified, false},
    {"Dokumen E-SAKIP", no_day, print_documents, true},
    {"Batas lapor", report_by, print_handed, false},
};

static int units_asked(const struct asker *asker, const struct unit *unit) {
    int count = 0;
    for (int i = 0; !unit && i < asker->config->unit_count; i++)
        count += person_reads(asker->person, &asker->config->unit[i]);
    return unit ? 1 : count;
}

void calendar_each(const struct records *records, const struct unit *unit, int year, calendar_each_fn *each,
                   void *context) {
    struct calendar calendar = {
        .records = records, .config = records->asker.config, .unit = unit, .year = year};
    calendar.units = units_asked(&records->asker, unit);
    gather_all(&calendar);
    for (int number = 1; number <= PERIODS; number++)
        for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
            struct calendar_line line = {.quarter = {year, number}, .what = entries[i].what};
            line.due = entries[i].due(calendar.config, line.quarter);
            if (number == YEAR_PERIOD && entries[i].quarters_only)
                continue;
            entries[i].print(&calendar, &calendar.facts[number - 1], &line);
            if (!each(context, &line))
                return;
        }
}

void calendar_left_print(const struct calendar_line *line, struct date today, char *out, size_t size) {
    int left = deadline_days_left(line->due, today);
    out[0] = '\0';
    if (line->due.year == 0 || line->done)
        return;
    if (left == 0)
        snprintf(out, size, "hari terakhir");
    else if (left > 0)
        snprintf(out, size, "sisa %d hari", left);
    else
        snprintf(out, size, "lewat %d hari", -left);
}
