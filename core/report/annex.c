/* What stands under figures: how they were computed, the steps taken, and the annexes. */
#include "base/text.h"
#include "report/build_internal.h"
#include "view/dashboard.h"
#include <stdio.h>

static void add_note(const struct builder *builder, const char *text) {
    report_add(builder->report, PART_NOTE, text);
}

/* ---- how they were computed ---- */

void build_basis(const struct builder *builder, bool means) {
    const struct rules *rules = &builder->config->rules;
    char basis[ERR_TEXT_MAX], grades[ERR_TEXT_MAX] = "", span[64];
    rules_print_basis(rules, basis, sizeof basis);
    for (int i = 0; i < rules->bands.count; i++) {
        bands_print(&rules->bands, i, false, span, sizeof span);
        text_join(grades, sizeof grades, "; ", rules->bands.band[i].name);
        text_join(grades, sizeof grades, " ", span);
    }
    add_note(builder, report_keepf(builder->report, "Predikat: %s.", grades));
    add_note(builder, report_keepf(builder->report,
                                   "Capaian: realisasi / target x 100, dibulatkan dua desimal; yang bertanda "
                                   "makin rendah makin baik: "
                                   "%s. Capaian akhir adalah yang dikoreksi Tim SAKIP, bila ada; koreksi "
                                   "persen tidak mengubah angka "
                                   "s.d. TW.",
                                   lower_formula_words.term[rules->lower_formula].help));
    if (!means)
        return;
    add_note(builder, report_keepf(builder->report,
                                   "Rata-rata: per tingkat, lalu per bidang; %s. Hanya indikator "
                                   "yang terisi dan bertarget di atas nol yang dihitung.",
                                   basis));
}

/* ---- the steps ---- */

static void put_instant(const struct builder *builder, struct buf *out, const char *what, int64_t at,
                        const char *by) {
    char day[CLOCK_TEXT_MAX];
    if (!at)
        return;
    date_print_long(clock_date(at, builder->config->zone), day);
    buf_printf(out, ", %s %s%s%s%s", what, day, *by ? " (" : "", *by ? office_name(builder->office, by) : "",
               *by ? ")" : "");
}

static void put_steps(const struct builder *builder, const struct unit *unit,
                      const struct submission *steps) {
    struct buf text = {0};
    buf_printf(&text, "%s: %s", unit->name, stage_words.term[steps->stage].word);
    if (steps->first_at) {
        char late[64];
        config_timeliness_print(builder->config, builder->request->quarter, steps->first_at, late,
                                sizeof late);
        put_instant(builder, &text, "pertama diajukan", steps->first_at, "");
        buf_printf(&text, ", %s", late);
    }
    put_instant(builder, &text, "diverifikasi", steps->verified_at, steps->verified_by);
    put_instant(builder, &text, "disahkan", steps->ratified_at, steps->ratified_by);
    if (*steps->basis)
        buf_printf(&text, ", dasar %s", steps->basis);
    if (steps->unlocked)
        buf_printf(&text, ". Kuncinya pernah dibuka: %s", steps->unlocking);
    add_note(builder, buf_string(&text));
    buf_release(&text);
}

bool build_steps(const struct builder *builder) {
    const struct unit *unit = NULL;
    struct submission submission;
    bool withheld;
    while ((unit = builder_unit(builder, unit))) {
        if (!builder_submission(builder, unit, builder->request->quarter, &submission, &withheld))
            return false;
        if (withheld)
            add_note(builder, report_keepf(builder->report, "%s: belum disahkan", unit->name));
        else
            put_steps(builder, unit, &submission);
    }
    return true;
}

bool build_earlier(const struct builder *builder) {
    const struct unit *unit = NULL;
    bool ok = true;
    while (ok && (unit = builder_unit(builder, unit))) {
        struct buf open = {0};
        bool withheld;
        ok = builder_earlier(builder, unit, &open, &withheld);
        if (open.length)
            add_note(builder,
                     report_keepf(builder->report, "%s: %s belum disahkan; %s", unit->name, open.data,
                                  withheld ? "angka s.d. TW belum dapat dibaca"
                                           : "angka s.d. TW masih dapat berubah"));
        buf_release(&open);
    }
    return ok;
}

/* ---- the summary ---- */

static const struct report_column summary[] = {
    {"Bidang", CONTENT_TEXT, 22, false},   {"IKU", CONTENT_PERCENT, 8, false},
    {"n", CONTENT_NUMBER, 4, false},       {"Program", CONTENT_PERCENT, 8, false},
    {"n", CONTENT_NUMBER, 4, false},       {"Kegiatan", CONTENT_PERCENT, 8, false},
    {"n", CONTENT_NUMBER, 4, false},       {"Sub Kegiatan", CONTENT_PERCENT, 8, false},
    {"n", CONTENT_NUMBER, 4, false},       {"Rata-rata", CONTENT_PERCENT, 9, false},
    {"Predikat", CONTENT_TEXT, 14, false}, {"Terisi", CONTENT_NUMBER, 6, false},
    {"dari", CONTENT_NUMBER, 6, false},    {"Bukti wajib", CONTENT_NUMBER, 6, false},
    {"dari", CONTENT_NUMBER, 6, false},    {"Pengajuan", CONTENT_TEXT, 18, false},
};
static const struct report_column bars[] = {
    {"Bidang", CONTENT_TEXT, 30, false},
    {"Rata-rata", CONTENT_PERCENT, 12, false},
};

#define COLUMNS_OF(columns) (int)(sizeof(columns) / sizeof *(columns))

/* As if all indicators were one bidang's. */
static struct dashboard_cell add_up(const struct builder *builder, const struct dashboard *dashboard) {
    struct dashboard_cell all = {0};
    const struct unit *unit = NULL;
    while ((unit = builder_unit(builder, unit))) {
        const struct board *board =
            &dashboard->cell[unit - builder->config->unit][builder->request->quarter.number - 1].board;
        for (int level = 0; level < LEVEL_COUNT; level++) {
            all.board.average.sum[level] += board->average.sum[level];
            all.board.average.count[level] += board->average.count[level];
        }
        all.board.withheld += board->withheld;
        all.board.filled += board->filled;
        all.board.takes_value += board->takes_value;
        all.board.required += board->required;
        all.board.required_attached += board->required_attached;
    }
    return all;
}

static void put_averages(struct report_cell *cell, const struct average *average) {
    int count;
    for (int level = 0; level < LEVEL_COUNT; level++) {
        struct figure mean = average_level(average, (enum level)level, &count);
        put_figure(&cell[1 + 2 * level], count ? mean : (struct figure){.kind = FIGURE_NOT_MEASURED}, 2);
        put_count(&cell[2 + 2 * level], count);
    }
}

enum { MEAN = 1 + 2 * LEVEL_COUNT };

static void put_counts(const struct builder *builder, struct report_table *table, struct report_cell *cell,
                       const struct dashboard_cell *of) {
    int count;
    struct figure mean = average_all(&of->board.average, &count);
    put_averages(cell, &of->board.average);
    put_figure(&cell[MEAN], count ? mean : (struct figure){.kind = FIGURE_NOT_MEASURED}, 2);
    put_text(builder, &cell[MEAN + 1], bands_grade(&builder->config->rules.bands, mean));
    report_last_row(table)->mean = (struct report_mean){.column = MEAN, .across = true};
    if (of->board.withheld)
        return;
    put_count(&cell[MEAN + 2], of->board.filled);
    put_count(&cell[MEAN + 3], of->board.takes_value);
    put_count(&cell[MEAN + 4], of->board.required_attached);
    put_count(&cell[MEAN + 5], of->board.required);
}

static void put_summary(const struct builder *builder, struct report_table *table, const struct unit *unit,
                        const struct dashboard_cell *of) {
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    char time[64];
    dashboard_time_print(builder->config, builder->request->quarter, of, time, sizeof time);
    put_text(builder, &cell[0], unit->name);
    put_counts(builder, table, cell, of);
    put_text(builder, &cell[MEAN + 6], of->state == ENTRY_WITHHELD ? "belum disahkan" : time);
}

static void put_bar(const struct builder *builder, struct report_table *table, const struct unit *unit,
                    const struct dashboard_cell *of) {
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    int count;
    struct figure mean = average_all(&of->board.average, &count);
    put_text(builder, &cell[0], unit->name);
    put_figure(&cell[1], count ? mean : (struct figure){.kind = FIGURE_NOT_MEASURED}, 2);
}

typedef void put_unit_fn(const struct builder *builder, struct report_table *table, const struct unit *unit,
                         const struct dashboard_cell *of);

static void each_unit(const struct builder *builder, const struct dashboard *dashboard,
                      struct report_table *table, put_unit_fn *put) {
    const struct unit *unit = NULL;
    while ((unit = builder_unit(builder, unit)))
        put(builder, table, unit,
            &dashboard->cell[unit - builder->config->unit][builder->request->quarter.number - 1]);
}

static bool build_summary(const struct builder *builder) {
    struct dashboard dashboard = {0};
    struct report *report = builder->report;
    bool ok = dashboard_read(builder->office, builder->request->quarter.year, &dashboard, builder->err);
    if (ok) {
        report_add(report, PART_ANNEX, "Lampiran: rata-rata per bidang");
        struct report_table *table = report_add_table(report, summary, COLUMNS_OF(summary));
        each_unit(builder, &dashboard, table, put_summary);
        if (!builder->request->unit) {
            const struct dashboard_cell all = add_up(builder, &dashboard);
            struct report_cell *cell = report_add_row(report, table, REPORT_TOTAL);
            put_text(builder, &cell[0], "Semua bidang");
            put_counts(builder, table, cell, &all);
        }
        report_add(report, PART_NOTE, "n: indikator yang dihitung di dalam rata-ratanya.");
        report_add(report, PART_HEADING, "Rata-rata capaian");
        table = report_add_table(report, bars, COLUMNS_OF(bars));
        table->chart = 1;
        each_unit(builder, &dashboard, table, put_bar);
    }
    dashboard_release(&dashboard);
    return ok;
}

/* ---- E-SAKIP's documents, and to whom the report went ---- */

static const struct report_column documents[] = {
    {"Dokumen", CONTENT_TEXT, 26, false},
    {"Ada", CONTENT_WORD, 12, false},
    {"Tanggal", CONTENT_WORD, 12, false},
    {"Tempat", CONTENT_TEXT, 60, false},
};
static const struct report_column recipients[] = {
    {"Kepada", CONTENT_TEXT, 26, false},
    {"Tanggal", CONTENT_WORD, 12, false},
    {"Nomor surat", CONTENT_TEXT, 40, false},
};

static bool put_document(const struct builder *builder, struct report_table *table, const struct term *term) {
    const struct record_key key = record_key(RECORD_DOCUMENT, term->word, builder->request->quarter);
    struct record record, carried;
    if (!office_record_at(builder->office, &key, &record, builder->err))
        return false;
    bool goes_on = record.dossier.still_valid, there = record.dossier.present;
    if (goes_on && !office_carried(builder->office, &key, &carried, builder->err))
        return false;
    const struct dossier *dossier = goes_on ? &carried.dossier : &record.dossier;
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    put_text(builder, &cell[0], term->label);
    put_text(builder, &cell[1], goes_on ? "masih berlaku" : there ? "ada" : "belum");
    put_date(builder, &cell[2], dossier->date);
    put_text(builder, &cell[3], dossier->place);
    return true;
}

static bool put_recipient(const struct builder *builder, struct report_table *table,
                          const struct term *term) {
    const struct record_key key = record_key(RECORD_HANDOVER, term->word, builder->request->quarter);
    struct record record;
    if (!office_record_at(builder->office, &key, &record, builder->err))
        return false;
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    put_text(builder, &cell[0], term->label);
    put_date(builder, &cell[1], record.handover.date);
    put_text(builder, &cell[2], record.handover.letter);
    return true;
}

static bool build_dossiers(const struct builder *builder) {
    struct report *report = builder->report;
    report_add(report, PART_ANNEX, "Lampiran: dokumen E-SAKIP dan penyampaian");
    struct report_table *table = report_add_table(report, documents, COLUMNS_OF(documents));
    for (int i = 0; i < document_words.count; i++)
        if (!put_document(builder, table, &document_words.term[i]))
            return false;
    report_add(report, PART_HEADING, "Penyampaian laporan");
    table = report_add_table(report, recipients, COLUMNS_OF(recipients));
    for (int i = 0; i < recipient_words.count; i++)
        if (!put_recipient(builder, table, &recipient_words.term[i]))
            return false;
    return true;
}

/* A pembaca is not shown E-SAKIP's documents, so nothing is said of them. */
bool build_annexes(const struct builder *builder) {
    bool drafts = person_reads_drafts(office_person(builder->office), builder->request->unit);
    return build_summary(builder) && (!drafts || build_dossiers(builder));
}
