#include "model/review.h"
#include "base/text.h"
#include "model/workflow.h"
#include "value/typed.h"
#include <stdio.h>
#include <string.h>

VOCABULARY(finding_words, "temuan", FINDINGS);

static finding_set found_if(bool condition, enum finding finding) {
    return condition ? 1u << finding : 0;
}

finding_set review_blocking(finding_set findings, const struct rules *rules) {
    static const finding_set always = 1u << FINDING_BLANK | 1u << FINDING_UNEXPLAINED |
                                      1u << FINDING_UNALLOWED | 1u << FINDING_REKEY | 1u << FINDING_DIFFERS;
    return findings & (always | found_if(rules->evidence_required, FINDING_EVIDENCE));
}

/* ---- one row ---- */

static bool said(const struct notes *notes, enum note note) {
    return notes->text[note][0] != '\0';
}

/* An indicator whose split is not set may stay blank (core/DOMAIN.md, The year, 1). */
static bool must_be_filled(const struct row *row) {
    const struct plan *plan = &row->indicator->plan;
    return plan_takes_value(plan, row->quarter.number) && row->figures.target.kind != FIGURE_NOT_SET;
}

static bool unexplained(const struct row *row, const struct rules *rules, const struct notes *notes) {
    return row->figures.achievement.kind == FIGURE_VALUE &&
           decimal_compare(row->figures.achievement.value, rules->explain_below) < 0 &&
           !(said(notes, NOTE_OBSTACLE) && said(notes, NOTE_FOLLOW_UP));
}

/* What is known of a row beside what every list shows. */
struct facts {
    const struct notes *notes;
    struct date today; /* year 0: nothing is overdue */
    bool mended;       /* something changed since it was sent back */
    bool reused;       /* its evidence stands elsewhere, too */
    const struct rekey *rekey;
};

static finding_set promises_of(const struct row *row, struct date today) {
    bool overdue = row->promised > 0 && today.year != 0 && date_compare(row->expected, today) < 0;
    return found_if(row->unallowed > 0, FINDING_UNALLOWED) |
           found_if(row->promised > row->unallowed && !overdue, FINDING_PROMISED) |
           found_if(overdue, FINDING_OVERDUE);
}

static finding_set rekey_of(const struct row *row, const struct rekey *rekey) {
    bool same = row->actual.filled && decimal_compare(row->actual.value, rekey->value) == 0;
    return found_if(rekey->asked && !rekey->filled, FINDING_REKEY) |
           found_if(rekey->asked && rekey->filled && !same, FINDING_DIFFERS);
}

static finding_set findings_of(const struct row *row, const struct rules *rules, const struct facts *facts) {
    bool filled = row->actual.filled;
    int lacking = row->required - row->required_attached - row->required_promised;
    int shown = row->evidence + row->promised;
    bool backed = row->quarter.number == YEAR_PERIOD || shown > 0; /* the year's evidence is its quarters' */
    bool unsaid = !said(facts->notes, NOTE_REMARK) && !said(facts->notes, NOTE_OBSTACLE) &&
                  !said(facts->notes, NOTE_DRIVER);
    return found_if(!filled && must_be_filled(row), FINDING_BLANK) | found_if(lacking > 0, FINDING_EVIDENCE) |
           found_if(filled && unexplained(row, rules, facts->notes), FINDING_UNEXPLAINED) |
           found_if(filled && !backed && lacking == 0, FINDING_BARE) |
           found_if(filled && row->warnings && unsaid, FINDING_WARNED) |
           found_if(filled && row->actual.provisional, FINDING_PROVISIONAL) |
           found_if(row->verdict == VERDICT_RETURNED && !facts->mended, FINDING_NOT_MENDED) |
           found_if(row->verdict == VERDICT_CORRECTED && row->answer == ANSWER_NONE, FINDING_UNANSWERED) |
           found_if(facts->reused, FINDING_REUSED) | promises_of(row, facts->today) |
           rekey_of(row, facts->rekey);
}

/* The documents that are missing are named by the evidence screen; here their number is enough. */
static void finding_print(const struct row *row, enum finding finding, const struct rules *rules, char *out,
                          size_t size) {
    const char *text = finding_words.term[finding].label;
    char percent[DECIMAL_TEXT_MAX], limit[DECIMAL_TEXT_MAX], date[CLOCK_TEXT_MAX];
    char places[ERR_TEXT_MAX / 2];
    switch (finding) {
    case FINDING_EVIDENCE:
        snprintf(out, size, "%s %d", text, row->required - row->required_attached - row->required_promised);
        return;
    case FINDING_UNEXPLAINED:
        decimal_print(row->figures.achievement.value, 2, percent);
        decimal_print(rules->explain_below, 0, limit);
        snprintf(out, size, "capaian %s di bawah %s: isi penghambat dan tindak lanjut", percent, limit);
        return;
    case FINDING_WARNED:
        warning_print(row->warnings, out, size);
        text_join(out, size, ": ", "beri keterangan");
        return;
    case FINDING_PROMISED:
    case FINDING_OVERDUE:
        date_print_short(row->expected, date);
        snprintf(out, size, "%d %s: %s", row->promised, text, date);
        return;
    case FINDING_REUSED:
        reuse_print_all(row->reuse, row->indicator->code, row->quarter, places, sizeof places);
        snprintf(out, size, "%s %s", text, places);
        return;
    case FINDING_DIFFERS:
        decimal_print(row->second, measure_places(&row->indicator->measure), percent);
        figure_print(row->figures.actual, measure_places(&row->indicator->measure), limit);
        snprintf(out, size, "%s: %s dan %s; samakan", text, *limit ? limit : "kosong", percent);
        return;
    case FINDING_REKEY:
    case FINDING_UNALLOWED:
    case FINDING_BLANK:
    case FINDING_BARE:
    case FINDING_PROVISIONAL:
    case FINDING_NOT_MENDED:
    case FINDING_UNANSWERED:
    case FINDING_COUNT:
        break;
    }
    snprintf(out, size, "%s", text);
}

void review_print(const struct row *row, finding_set findings, const struct rules *rules, char *out,
                  size_t size) {
    out[0] = '\0';
    for (int i = 0; i < FINDING_COUNT; i++) {
        char text[ERR_TEXT_MAX];
        if (!(findings & 1u << i))
            continue;
        finding_print(row, (enum finding)i, rules, text, sizeof text);
        text_join(out, size, "; ", text);
    }
}

/* ---- a bidang's quarter ---- */

/* The heads of everything under one indicator and quarter, on their way into the coverage. */
struct covering {
    struct buf *heads;
    uint32_t *count;
    uint64_t latest; /* sequence of the last change */
};

static bool cover(void *context, const struct record *record) {
    struct covering *covering = context;
    const struct record_key *key = &record->key;
    if (record->head.sequence == 0)
        return true;
    buf_printf(covering->heads, "%s", key->code);
    buf_byte(covering->heads, 0);
    buf_byte(covering->heads, (uint8_t)key->kind);
    buf_u64(covering->heads, key->number);
    buf_put(covering->heads, record->head.device.byte, UUID_SIZE);
    buf_u64(covering->heads, record->head.sequence);
    ++*covering->count;
    if (record->head.sequence > covering->latest)
        covering->latest = record->head.sequence;
    return true;
}

static void cover_row(const struct records *records, const struct row *row, struct covering *covering) {
    static const enum record_kind covered[] = {RECORD_ACTUAL, RECORD_NOTES, RECORD_EVIDENCE, RECORD_SPENDING};
    const size_t count = sizeof covered / sizeof *covered - !row->indicator->budgeted;
    covering->latest = 0;
    for (size_t i = 0; i < count; i++) {
        const struct record_key key = record_key(covered[i], row->indicator->code, row->quarter);
        records_each(records, &key, cover, covering);
    }
}

static void count_row(struct review *review, const struct row *row, finding_set findings,
                      const struct rules *rules) {
    finding_set blocking = review_blocking(findings, rules);
    tally_add(&review->tally, row, rules);
    for (int i = 0; i < FINDING_COUNT; i++)
        review->findings[i] += (findings & 1u << i) != 0;
    review->blocked += blocking != 0;
    review->pointed += (findings & ~blocking) != 0;
}

struct reviewing {
    struct row_reader *reader;
    struct review *review;
    struct review_call call; /* each NULL: no more calls */
    struct covering covering;
};

static bool was_mended(const struct reviewing *reviewing, const struct row *row) {
    const struct record_key key = record_key(RECORD_CHECK, row->indicator->code, row->quarter);
    struct record check;
    if (row->verdict != VERDICT_RETURNED)
        return true;
    records_get(reviewing->reader->records, &key, &check);
    return reviewing->covering.latest > check.head.sequence;
}

static bool is_reused(const struct reuse *reuse, struct row *row) {
    char places[CODE_MAX * 2];
    row->reuse = reuse;
    return reuse && reuse_print_all(reuse, row->indicator->code, row->quarter, places, sizeof places);
}

static void review_indicator(struct reviewing *reviewing, const struct indicator *indicator,
                             struct quarter quarter) {
    const struct records *records = reviewing->reader->records;
    const struct rules *rules = &records->asker.config->rules;
    const struct record_key key = record_key(RECORD_NOTES, indicator->code, quarter);
    const struct record_key again = record_key(RECORD_REKEY, indicator->code, quarter);
    struct row row;
    struct record notes, rekey;
    struct facts facts = {.notes = &notes.notes, .today = records->asker.today, .rekey = &rekey.rekey};
    row_read(reviewing->reader, indicator, quarter, 1, &row);
    records_get(records, &key, &notes);
    records_get(records, &again, &rekey);
    cover_row(records, &row, &reviewing->covering);
    facts.mended = was_mended(reviewing, &row);
    row.second = rekey.rekey.value;
    facts.reused = is_reused(reviewing->reader->reuse, &row);
    finding_set findings = row.state == ENTRY_WITHHELD ? 0 : findings_of(&row, rules, &facts);
    count_row(reviewing->review, &row, findings, rules);
    if (reviewing->call.each && !reviewing->call.each(reviewing->call.context, &row, findings))
        reviewing->call.each = NULL;
}

static void read_submission(const struct records *records, const struct unit *unit, struct quarter quarter,
                            struct review *review) {
    const struct record_key key = record_key(RECORD_SUBMISSION, unit->code, quarter);
    struct record record;
    records_get(records, &key, &record);
    review->submission = record.submission;
    review->head = record.head;
}

void review_read(struct row_reader *reader, const struct unit *unit, struct quarter quarter,
                 const struct review_call *call, struct review *review) {
    const struct asker *asker = &reader->records->asker;
    const struct catalogue *catalogue = config_catalogue(asker->config, quarter);
    struct buf heads = {0};
    memset(review, 0, sizeof *review);
    struct reviewing reviewing = {
        .reader = reader, .review = review, .covering = {.heads = &heads, .count = &review->coverage.count}};
    if (call)
        reviewing.call = *call;
    read_submission(reader->records, unit, quarter, review);
    for (int i = 0; catalogue && i < catalogue->count; i++)
        if (catalogue->indicator[i].unit == unit)
            review_indicator(&reviewing, &catalogue->indicator[i], quarter);
    const struct tally *tally = &review->tally;
    review->state =
        entry_state_for(asker, unit, review->submission.stage, tally->filled + tally->unplanned > 0);
    review->coverage.digest = digest_bytes(heads.data, heads.length);
    buf_release(&heads);
}

void review_of(const struct records *records, const struct unit *unit, struct quarter quarter,
               const struct review_call *call, struct review *review) {
    struct reuse reuse = {0};
    struct row_reader reader = {.records = records, .reuse = &reuse};
    reuse_read(records, unit, quarter, &reuse);
    review_read(&reader, unit, quarter, call, review);
    row_reader_release(&reader);
    reuse_release(&reuse);
}
