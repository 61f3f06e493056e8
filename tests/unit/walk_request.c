#include "unit/walk_request.h"
#include "model/review.h"
#include <stdio.h>
#include <string.h>

enum { NUMBERS = 5 };

const struct quarter walk_quarters[WALK_QUARTERS] = {
    {SMALL_OFFICE_YEAR, 1}, {SMALL_OFFICE_YEAR, 2}, {SMALL_OFFICE_YEAR, YEAR_PERIOD}};

/* xorshift64*: the same in every run. */
unsigned walk_one_of(struct walk_chance *chance, unsigned count) {
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return (unsigned)((chance->state * UINT64_C(2685821657736338717)) >> 33) % count;
}

static bool once_in(struct walk_chance *chance, unsigned count) {
    return walk_one_of(chance, count) == 0;
}

/* ---- contents, `now` standing; some are unsound ---- */

static void any_text(struct walk_chance *chance, char *text, size_t size) {
    static const char *const texts[] = {
        "sesuai surat", "hujan, jalan putus", "laporan KOPERASI", "", " ", "a\x01", "\xff"};
    unsigned unsound = once_in(chance, 10);
    snprintf(text, size, "%s", texts[walk_one_of(chance, unsound ? 7 : 3)]);
}

static struct date any_day(struct walk_chance *chance) {
    static const struct date days[] = {{2025, 3, 28}, {2025, 10, 3}, {0, 0, 0}, {2025, 10, 4}, {2025, 2, 30}};
    return days[walk_one_of(chance, once_in(chance, 8) ? 5 : 2)];
}

static struct decimal any_value(struct walk_chance *chance, const struct change *change) {
    static const int64_t values[] = {0, -10000, 5000, DECIMAL_UNITS_MAX, INT64_MAX};
    int indicator = walk_indicator_of(change->key.code);
    struct decimal value = {values[walk_one_of(chance, 5)]};
    if (indicator == WALK_NONE || once_in(chance, 6))
        return value;
    bool year = change->key.quarter.number == YEAR_PERIOD;
    value.units = year ? walk_indicators[indicator].annual : walk_indicators[indicator].target;
    if (once_in(chance, 4))
        value.units = DECIMAL_SCALE * walk_one_of(chance, 4);
    return value;
}

static void fill(struct walk_chance *chance, const struct record *now, struct change *change) {
    struct actual *actual = &change->actual;
    actual->value = any_value(chance, change);
    actual->provisional = once_in(chance, 10);
    actual->filled = once_in(chance, 2);
    if (now->actual.provisional && once_in(chance, 2))
        actual->value = now->actual.value;
    if (!once_in(chance, 12))
        return;
    actual->fraction = (struct fraction){decimal_whole(45), decimal_whole(60)};
    if (once_in(chance, 2))
        actual->value = decimal_whole(75);
}

static void note(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    for (int i = 0; i < NOTE_COUNT; i++)
        if (!once_in(chance, 4))
            any_text(chance, change->notes.text[i], NOTE_MAX + 1);
}

static void attach(struct walk_chance *chance, const struct record *now, struct change *change) {
    struct evidence *evidence = &change->evidence;
    evidence->kind = (enum evidence_kind)walk_one_of(chance, EVIDENCE_KIND_COUNT + once_in(chance, 10));
    evidence->removed = once_in(chance, 4);
    evidence->promised = once_in(chance, 3);
    evidence->allowed = once_in(chance, 4);
    evidence->file = once_in(chance, 12);
    evidence->document.byte[0] = (uint8_t)walk_one_of(chance, 4);
    evidence->date = any_day(chance);
    any_text(chance, evidence->title, sizeof evidence->title);
    any_text(chance, evidence->place, sizeof evidence->place);
    if (once_in(chance, 2))
        snprintf(evidence->title, sizeof evidence->title, "Laporan koperasi");
    if (now->evidence.promised && once_in(chance, 2))
        memcpy(evidence->title, now->evidence.title, sizeof evidence->title);
}

static void give_reason(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    any_text(chance, change->step.reason, sizeof change->step.reason);
}

static void perhaps_on_paper(struct walk_chance *chance, const struct record *now, struct change *change) {
    if (once_in(chance, 2))
        give_reason(chance, now, change);
}

static void judge(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    struct check *check = &change->check;
    any_text(chance, check->reason, sizeof check->reason);
    check->by_percent = once_in(chance, 3);
    check->value = any_value(chance, change);
    if (once_in(chance, 2) && check->value.units < DECIMAL_UNITS_MAX)
        check->value.units += DECIMAL_SCALE;
    check->self = once_in(chance, 4);
    check->round = walk_one_of(chance, 4);
}

static void nothing(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    (void)chance;
    (void)change;
}

static void answer(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->check.answer = once_in(chance, 8) ? ANSWER_NONE : 1 + walk_one_of(chance, ANSWER_COUNT - 1);
    any_text(chance, change->check.answer_reason, sizeof change->check.answer_reason);
}

static void spend(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->spending.filled = !once_in(chance, 3);
    if (change->spending.filled || once_in(chance, 2))
        change->spending.rupiah = any_value(chance, change);
}

/* More often taken back than asked for: what is asked for stands in the way of everything else. */
static void ask_again(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->rekey.asked = once_in(chance, 3);
}

static void type_again(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->rekey.value = any_value(chance, change);
}

static void instruct(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->instruction.reply = once_in(chance, 2);
    any_text(chance, change->instruction.text, sizeof change->instruction.text);
}

static void meet(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    struct meeting *meeting = &change->meeting;
    meeting->date = any_day(chance);
    any_text(chance, meeting->place, sizeof meeting->place);
    any_text(chance, meeting->people, sizeof meeting->people);
    any_text(chance, meeting->minutes, sizeof meeting->minutes);
}

static void recommend(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    struct recommendation *recommendation = &change->recommendation;
    int indicator = (int)walk_one_of(chance, WALK_INDICATORS);
    int unit = once_in(chance, 6) ? (int)walk_one_of(chance, WALK_UNITS) : walk_indicators[indicator].unit;
    recommendation->source = walk_one_of(chance, SOURCE_COUNT + once_in(chance, 10));
    recommendation->topic = walk_one_of(chance, TOPIC_COUNT);
    recommendation->quarter = (int)walk_one_of(chance, 20) % 6;
    recommendation->letter_date = any_day(chance);
    recommendation->due = any_day(chance);
    any_text(chance, recommendation->letter, sizeof recommendation->letter);
    any_text(chance, recommendation->text, sizeof recommendation->text);
    snprintf(recommendation->unit, sizeof recommendation->unit, "%s",
             once_in(chance, 20) ? "tiada" : walk_units[unit]);
    if (once_in(chance, 2))
        snprintf(recommendation->indicator, sizeof recommendation->indicator, "%s",
                 walk_indicators[indicator].code);
}

static void follow_up(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->recommendation.state = walk_one_of(chance, FOLLOW_UP_COUNT + once_in(chance, 10));
    any_text(chance, change->recommendation.follow_up, sizeof change->recommendation.follow_up);
}

static void mark(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    change->dossier.present = !once_in(chance, 4);
    change->dossier.still_valid = change->dossier.present && once_in(chance, 3);
    change->dossier.date = any_day(chance);
    any_text(chance, change->dossier.place, sizeof change->dossier.place);
}

static void hand_over(struct walk_chance *chance, const struct record *now, struct change *change) {
    (void)now;
    if (once_in(chance, 3))
        return;
    change->handover.date = any_day(chance);
    any_text(chance, change->handover.letter, sizeof change->handover.letter);
}

/* ---- what is asked, how often while the bidang's quarter stands at a step ---- */

static const struct {
    unsigned weight[STAGE_COUNT]; /* terbuka diparaf diajukan dikembalikan terverifikasi disahkan */
    void (*content)(struct walk_chance *chance, const struct record *now, struct change *change);
    bool adds; /* of a numbered kind: makes new ones */
} kinds[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = {{30, 4, 8, 30, 4, 4}, fill, false},
    [EVENT_ACTUAL_CLEARED] = {{2, 1, 1, 2, 1, 1}, nothing, false},
    [EVENT_NOTES_SET] = {{12, 2, 3, 12, 2, 2}, note, false},
    [EVENT_EVIDENCE_SET] = {{15, 2, 3, 15, 2, 2}, attach, true},
    [EVENT_EVIDENCE_REMOVED] = {{3, 1, 1, 3, 1, 1}, nothing, false},
    [EVENT_INITIALLED] = {{12, 2, 2, 12, 2, 2}, nothing, false},
    [EVENT_SUBMITTED] = {{16, 30, 8, 16, 3, 3}, nothing, false},
    [EVENT_WITHDRAWN] = {{2, 5, 4, 2, 2, 2}, nothing, false},
    [EVENT_RETURNED] = {{1, 1, 2, 1, 4, 2}, give_reason, false},
    [EVENT_VERIFIED] = {{1, 1, 20, 1, 3, 2}, nothing, false},
    [EVENT_RATIFIED] = {{1, 1, 2, 1, 30, 3}, perhaps_on_paper, false},
    [EVENT_UNLOCKED] = {{1, 1, 1, 1, 2, 12}, give_reason, false},
    [EVENT_CHECK_PASSED] = {{2, 2, 40, 2, 3, 3}, judge, false},
    [EVENT_CHECK_CORRECTED] = {{2, 2, 14, 2, 3, 3}, judge, false},
    [EVENT_CHECK_RETURNED] = {{1, 1, 4, 1, 2, 2}, judge, false},
    [EVENT_CHECK_CLEARED] = {{1, 1, 3, 1, 2, 2}, nothing, false},
    [EVENT_CHECK_ANSWERED] = {{1, 1, 8, 3, 8, 2}, answer, false},
    [EVENT_SPENDING_SET] = {{3, 1, 1, 3, 1, 1}, spend, false},
    [EVENT_INSTRUCTED] = {{2, 2, 2, 2, 2, 2}, instruct, true},
    [EVENT_REPLIED] = {{2, 2, 2, 2, 2, 2}, instruct, true},
    [EVENT_MEETING_SET] = {{2, 2, 2, 2, 2, 2}, meet, true},
    [EVENT_RECOMMENDED] = {{2, 2, 2, 2, 2, 2}, recommend, true},
    [EVENT_FOLLOWED_UP] = {{3, 3, 3, 3, 3, 3}, follow_up, false},
    [EVENT_DOCUMENT_MARKED] = {{2, 2, 2, 2, 2, 2}, mark, false},
    [EVENT_HANDED_OVER] = {{2, 2, 2, 2, 2, 2}, hand_over, false},
    [EVENT_ACTUAL_FINALISED] = {{6, 3, 4, 6, 8, 2}, fill, false},
    [EVENT_EVIDENCE_ALLOWED] = {{10, 1, 4, 10, 2, 1}, nothing, false},
    [EVENT_EVIDENCE_FULFILLED] = {{5, 3, 4, 5, 6, 2}, attach, false},
    [EVENT_REKEY_ASKED] = {{1, 1, 1, 1, 1, 1}, ask_again, false},
    [EVENT_REKEYED] = {{3, 1, 1, 3, 1, 1}, type_again, false},
};

static enum event_kind any_kind(struct walk_chance *chance, enum stage stage) {
    unsigned sum = 0;
    int kind = 0;
    for (int i = 0; i < EVENT_KIND_COUNT; i++)
        sum += kinds[i].weight[stage];
    for (unsigned rest = walk_one_of(chance, sum); rest >= kinds[kind].weight[stage]; kind++)
        rest -= kinds[kind].weight[stage];
    return (enum event_kind)kind;
}

/* ---- where ---- */

static const char *any_code(struct walk_chance *chance, enum record_kind kind, int unit) {
    static const char *const unknown[] = {"TIADA", "k-laporan", "Koperasi", "", "gabungan", "skp"};
    unsigned indicator = walk_one_of(chance, WALK_INDICATORS);
    if (once_in(chance, 50))
        return unknown[walk_one_of(chance, 6)];
    if (kind == RECORD_DOCUMENT)
        return once_in(chance, 2) ? "renstra" : "skp";
    if (kind == RECORD_HANDOVER)
        return once_in(chance, 2) ? "pimpinan" : "inspektorat";
    if (kind == RECORD_RECOMMENDATION)
        return "rekomendasi";
    if (kind == RECORD_MEETING && once_in(chance, 3))
        return "gabungan";
    if (kind == RECORD_SUBMISSION || kind == RECORD_MEETING ||
        (kind == RECORD_INSTRUCTION && once_in(chance, 2)))
        return walk_units[unit];
    while (walk_indicators[indicator].unit != unit)
        indicator = walk_one_of(chance, WALK_INDICATORS);
    return walk_indicators[indicator].code;
}

static struct quarter any_quarter(struct walk_chance *chance, const struct change *change,
                                  struct quarter quarter) {
    static const struct quarter outside[] = {
        {SMALL_OFFICE_YEAR - 1, 4}, {SMALL_OFFICE_YEAR + 1, 1}, {SMALL_OFFICE_YEAR, 6}, {0, 0}};
    if (once_in(chance, 60))
        return outside[walk_one_of(chance, 4)];
    if (change->key.kind == RECORD_RECOMMENDATION && !once_in(chance, 20))
        return walk_quarters[WALK_QUARTERS - 1];
    return quarter;
}

/* Mostly one that was given, or a new one until there are enough. */
static uint32_t any_number(struct walk_chance *chance, const struct walk_model *model,
                           const struct change *change) {
    unsigned last = ledger_last_number(&model->now, &change->key);
    bool often = change->key.kind == RECORD_INSTRUCTION || once_in(chance, 3);
    if (kinds[change->kind].adds && last < NUMBERS && often)
        return 0;
    return last == 0 || once_in(chance, 10) ? walk_one_of(chance, NUMBERS + 2)
                                            : walk_one_of(chance, last) + 1;
}

/* ---- what was seen, by whom ---- */

static void see_coverage(struct walk_chance *chance, const struct walk_model *model,
                         const struct config *config, struct walk_request *asked) {
    const struct change *change = &asked->request.change;
    int unit = walk_unit_named(change->key.code), at = 0;
    while (at < WALK_QUARTERS && quarter_compare(walk_quarters[at], change->key.quarter) != 0)
        at++;
    if (unit == WALK_NONE || at == WALK_QUARTERS)
        return;
    struct walk_seen *seen = &chance->seen[unit][at];
    struct ledger now = model->now;
    const struct person person = config_person(config, "siapa-saja");
    const struct asker asker = {.config = config, .person = &person};
    const struct records records = ledger_records(&now, &asker);
    struct row_reader reader = {.records = &records};
    struct review review;
    if (seen->coverage.count == 0 || !once_in(chance, 8)) {
        review_read(&reader, &config->unit[unit], change->key.quarter, NULL, &review);
        *seen = (struct walk_seen){review.coverage, walk_covered(model, unit, change->key.quarter)};
        row_reader_release(&reader);
    }
    asked->request.change.step.coverage = seen->coverage;
    asked->covered = seen->covered;
}

static struct event_id head_seen(struct walk_chance *chance, const struct walk_model *model,
                                 const struct record_key *key) {
    struct event_id head = walk_at(model, key).head;
    unsigned otherwise = walk_one_of(chance, 45);
    if (otherwise == 0)
        return (struct event_id){.sequence = 0};
    if (otherwise == 1)
        head.device.byte[3] ^= 1;
    if (otherwise == 2)
        head.sequence++;
    if (otherwise == 3 && head.sequence > 1)
        head.sequence--;
    return head;
}

void walk_by_somebody(struct walk_chance *chance, const struct walk_model *model,
                      struct walk_request *asked) {
    struct change *change = &asked->request.change;
    int unit = walk_unit_of(model, change);
    bool entitled = !once_in(chance, 4);
    for (int i = 0; i < 2 * WALK_PEOPLE; i++) {
        asked->person = &walk_people[walk_one_of(chance, WALK_PEOPLE)];
        if (!entitled || walk_has(asked->person, walk_duty_of(change), unit))
            break;
    }
    change->replaces = (struct event_id){.sequence = 0};
    if (change->key.number != 0 || !record_kind_numbered(change->key.kind) || once_in(chance, 40))
        change->replaces = head_seen(chance, model, &change->key);
}

void walk_ask(struct walk_chance *chance, const struct walk_model *model, const struct config *config,
              struct walk_request *asked) {
    int unit = (int)walk_one_of(chance, WALK_UNITS);
    struct quarter quarter = walk_quarters[walk_one_of(chance, WALK_QUARTERS)];
    enum event_kind kind = any_kind(chance, walk_stage(model, unit, quarter));
    struct change *change = &asked->request.change;
    memset(asked, 0, sizeof *asked);
    change->kind = kind;
    change->key =
        record_key(event_kind_record(kind), any_code(chance, event_kind_record(kind), unit), quarter);
    change->key.quarter = any_quarter(chance, change, quarter);
    if (record_kind_numbered(change->key.kind))
        change->key.number = any_number(chance, model, change);
    const struct record now = walk_at(model, &change->key);
    kinds[kind].content(chance, &now, change);
    if (kind == EVENT_SUBMITTED)
        see_coverage(chance, model, config, asked);
    walk_by_somebody(chance, model, asked);
}
