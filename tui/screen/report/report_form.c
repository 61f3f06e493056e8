#include "screen/report/report_form.h"
#include "base/memory.h"
#include "widget/path_edit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALL_UNITS "*" /* no bidang's code */

/* The screen comes first: to be looked at before it is written. */
#define X(id, word, label) {word, label, ""},
static const struct term ways[] = {{"layar", "Layar", ""}, REPORT_FORMATS(X)};
#undef X
enum { WAY_SCREEN, WAY_FIRST_FORMAT, WAY_COUNT = sizeof ways / sizeof *ways };
static const struct vocabulary way_words = {.name = "format", .term = ways, .count = WAY_COUNT};

/* The choices of period and bidang are the form's own. */
static const struct record_field fields[REPORT_FIELDS] = {
    [REPORT_FIELD_KIND] = {"jenis", "Laporan", FIELD_CHOICE, .choices = &report_words,
                           .missing = "Laporan belum dipilih"},
    [REPORT_FIELD_PERIOD] = {"periode", "Periode", FIELD_CHOICE, .missing = "Periode belum dipilih"},
    [REPORT_FIELD_UNIT] = {"bidang", "Bidang", FIELD_CHOICE, .missing = "Bidang belum dipilih"},
    [REPORT_FIELD_FORMAT] = {"format", "Bentuk", FIELD_CHOICE, .choices = &way_words,
                             .missing = "Bentuk belum dipilih"},
    [REPORT_FIELD_SIGNING] = {"tanda_tangan", "Tanda tangan", FIELD_CHOICE, .choices = &report_signing_words,
                              .missing = "Tanda tangan belum dipilih"},
    [REPORT_FIELD_DATE] = {"tanggal", "Tanggal", FIELD_DAY,
                           .hint = "di atas tanda tangan; kosong: titik-titik"},
    [REPORT_FIELD_NUMBER] = {"nomor", "Nomor", FIELD_TEXT, .max = NUMBER_MAX,
                             .hint = "hanya pada berita acara; boleh kosong"},
    [REPORT_FIELD_PATH] = {"tempat", "Berkas", FIELD_FILE, .max = PLACE_MAX, .rows = 2,
                           .hint = "nama atau folder; kosong: nama di atas"},
};

/* --- what is offered --- */

static void offer_period(struct report_form *form, struct quarter quarter) {
    int at = form->periods.count++;
    const char *name = quarter.number == YEAR_PERIOD ? "Tahun" : quarter_name(quarter.number);
    quarter_print(quarter, form->period_word[at]);
    if (form->one_year)
        snprintf(form->period_label[at], QUARTER_TEXT_MAX, "%s", name);
    else
        snprintf(form->period_label[at], QUARTER_TEXT_MAX, "%s %d", name, quarter.year);
    form->period[at] = (struct term){form->period_word[at], form->period_label[at], ""};
}

/* In January the year that is reported is the one before; the session's keeps its numbers. */
static void offer_periods(struct report_form *form, const struct session *session) {
    const struct config *config = session->config;
    int year = session->quarter.year;
    form->one_year = !config_catalogue(config, (struct quarter){year - 1, YEAR_PERIOD});
    form->periods = (struct vocabulary){.name = "periode", .term = form->period};
    for (int i = 0; i < REPORT_PERIODS_OFFERED; i++) {
        struct quarter quarter = {year - i / PERIODS, i % PERIODS + 1};
        if (config_catalogue(config, quarter))
            offer_period(form, quarter);
    }
    form->field[REPORT_FIELD_PERIOD].choices = &form->periods;
}

/* Who reads a single bidang has nothing to choose. */
static void offer_units(struct report_form *form, const struct session *session) {
    const struct config *config = session->config;
    int count = 0;
    form->unit = memory_alloc((size_t)config->unit_count + 1, sizeof *form->unit);
    form->unit[count++] = (struct term){ALL_UNITS, "Semua", ""};
    for (int i = 0; i < config->unit_count; i++)
        if (person_reads(session->person, &config->unit[i]))
            form->unit[count++] = (struct term){config->unit[i].code, config->unit[i].name, ""};
    int first = count == 2;
    form->units = (struct vocabulary){.name = "bidang", .term = form->unit + first, .count = count - first};
    form->field[REPORT_FIELD_UNIT].choices = &form->units;
}

static const char *usual_unit(const struct report_form *form, const struct session *session) {
    static const role_set of_own = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;
    const struct person *person = session->person;
    bool own = person->unit && !person->everything && (person->roles & of_own);
    return own ? person->unit->code : form->unit == form->units.term ? ALL_UNITS : form->units.term->word;
}

void report_form_init(struct report_form *form, struct session *session) {
    char period[QUARTER_TEXT_MAX];
    memcpy(form->field, fields, sizeof fields);
    form->kind = (struct ask_kind){.name = "laporan", .field = form->field, .field_count = REPORT_FIELDS};
    form->ask = (struct ask){.session = session, .kind = &form->kind};
    offer_periods(form, session);
    offer_units(form, session);
    quarter_print(session->quarter, period);
    ask_fields_init(&form->fields, &form->ask);
    ask_fields_put(&form->fields, REPORT_FIELD_KIND, report_words.term[REPORT_QUARTER].word);
    ask_fields_put(&form->fields, REPORT_FIELD_PERIOD, period);
    ask_fields_put(&form->fields, REPORT_FIELD_UNIT, usual_unit(form, session));
    ask_fields_put(&form->fields, REPORT_FIELD_FORMAT, ways[WAY_SCREEN].word);
    ask_fields_put(&form->fields, REPORT_FIELD_SIGNING, report_signing_words.term[SIGNING_BY_NAME].word);
}

void report_form_release(struct report_form *form) {
    free(form->unit);
}

/* --- what is asked for --- */

static struct quarter quarter_of(const struct report_form *form) {
    struct quarter quarter = form->ask.session->quarter;
    int chosen = form->fields.choice[REPORT_FIELD_PERIOD];
    if (chosen >= 0)
        quarter_parse(form->period_word[chosen], &quarter);
    return quarter;
}

/* NULL: all. */
static const struct unit *unit_of(const struct report_form *form) {
    int chosen = form->fields.choice[REPORT_FIELD_UNIT];
    return chosen < 0 ? NULL : config_unit(form->ask.session->config, form->units.term[chosen].word);
}

bool report_form_take(struct report_form *form, struct report_request *request) {
    const char *text[ASK_FIELDS_MAX];
    const int *choice = form->fields.choice;
    if (!ask_fields_take(&form->fields, text))
        return false;
    *request = (struct report_request){
        .kind = (enum report_kind)choice[REPORT_FIELD_KIND],
        .unit = unit_of(form),
        .quarter = quarter_of(form),
        .signing = (enum report_signing)choice[REPORT_FIELD_SIGNING],
        .number = text[REPORT_FIELD_NUMBER],
    };
    date_parse_typed(text[REPORT_FIELD_DATE], session_today(form->ask.session), &request->date);
    return true;
}

bool report_form_writes(const struct report_form *form, enum report_format *format) {
    int way = form->fields.choice[REPORT_FIELD_FORMAT];
    if (way < WAY_FIRST_FORMAT)
        return false;
    *format = (enum report_format)(way - WAY_FIRST_FORMAT);
    return true;
}

/* --- where it shall lie --- */

enum report_kind report_form_kind(const struct report_form *form) {
    int chosen = form->fields.choice[REPORT_FIELD_KIND];
    return report_kind_of(chosen < 0 ? REPORT_QUARTER : (enum report_kind)chosen, quarter_of(form));
}

void report_form_usual_name(const struct report_form *form, char out[PLACE_MAX + 1]) {
    enum report_kind kind = report_form_kind(form);
    const struct unit *unit = unit_of(form);
    enum report_format format = FORMAT_TEXT;
    char period[QUARTER_TEXT_MAX];
    struct quarter quarter = quarter_of(form);
    quarter_print(quarter, period);
    if (report_is_of_year(kind))
        snprintf(period, sizeof period, "%d", quarter.year);
    report_form_writes(form, &format);
    snprintf(out, PLACE_MAX + 1, "laporan-%s%s%s-%s%s.%s", report_words.term[kind].word, unit ? "-" : "",
             unit ? unit->code : "", period, format == FORMAT_CSV_EXCEL ? "-excel" : "",
             report_format_ending(format));
}

void report_form_path(const struct report_form *form, struct buf *path) {
    const char *typed = form->fields.field[REPORT_FIELD_PATH].edit.text;
    enum report_format format = FORMAT_TEXT;
    char usual[PLACE_MAX + 1];
    report_form_usual_name(form, usual);
    report_form_writes(form, &format);
    path_settle(*typed ? typed : "~/", usual, report_format_ending(format), path);
}
