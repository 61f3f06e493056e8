/* What stands under figures: how they were computed, the steps taken, and the annexes. */
#include "base/text.h"
#include "model/dossier.h"
#include "model/tally.h"
#include "report/build_internal.h"
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
    buf_printf(out, ", %s %s%s%s%s", what, day, *by ? " (" : "", *by ? config_name(builder->config, by) : "",
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

void build_steps(const struct builder *builder) {
    const struct unit *unit = NULL;
    struct submission submission;
    while ((unit = builder_unit(builder, unit)))
        if (builder_submission(builder, unit, builder->request->quarter, &submission))
            put_steps(builder, unit, &submission);
        else
            add_note(builder, report_keepf(builder->report, "%s: belum disahkan", unit->name));
}

void build_earlier(const struct builder *builder) {
    const struct unit *unit = NULL;
    while ((unit = builder_unit(builder, unit))) {
        struct buf open = {0};
        bool readable = builder_earlier(builder, unit, &open);
        if (open.length)
            add_note(builder,
                     report_keepf(builder->report, "%s: %s belum disahkan; %s", unit->name, open.data,
                                  readable ? "angka s.d. TW masih dapat berubah"
                                           : "angka s.d. TW belum dapat dibaca"));
        buf_release(&open);
    }
}

/* ---- the summary ---- */

/* A bidang's quarter, or that of all of them as if they were one. */
struct unit_line {
    const char *name;
    struct tally tally;
    char handed_in[64];
};

static struct figure level_mean(const struct tally *tally, int level) {
    int count;
    return average_level(&tally->average, (enum level)level, &count);
}

static struct figure whole_mean(const struct tally *tally) {
    int count;
    return average_all(&tally->average, &count);
}

/* Nothing is counted of what may not be read yet. */
static void put_count_of(const struct tally *tally, int count, struct report_cell *cell) {
    if (!tally->withheld)
        put_count(cell, count);
}

PUT(put_name, unit_line, put_text(builder, cell, of->name))
PUT(put_level_mean, unit_line, put_mean(cell, level_mean(&of->tally, argument)))
PUT(put_level_count, unit_line, put_count(cell, of->tally.average.count[argument]))
PUT(put_whole_mean, unit_line, put_mean(cell, whole_mean(&of->tally)))
PUT(put_grade, unit_line,
    put_text(builder, cell, bands_grade(&builder->config->rules.bands, whole_mean(&of->tally))))
PUT(put_filled, unit_line, put_count_of(&of->tally, of->tally.filled, cell))
PUT(put_takes_value, unit_line, put_count_of(&of->tally, of->tally.takes_value, cell))
PUT(put_attached, unit_line, put_count_of(&of->tally, of->tally.required_attached, cell))
PUT(put_required, unit_line, put_count_of(&of->tally, of->tally.required, cell))
PUT(put_handed_in, unit_line, put_text(builder, cell, of->handed_in))

static const struct listing_column summary[] = {
    {{"Bidang", CONTENT_TEXT, 22, false}, put_name, 0},
    {{"IKU", CONTENT_PERCENT, 8, false}, put_level_mean, LEVEL_IKU},
    {{"n", CONTENT_NUMBER, 4, false}, put_level_count, LEVEL_IKU},
    {{"Program", CONTENT_PERCENT, 8, false}, put_level_mean, LEVEL_PROGRAM},
    {{"n", CONTENT_NUMBER, 4, false}, put_level_count, LEVEL_PROGRAM},
    {{"Kegiatan", CONTENT_PERCENT, 8, false}, put_level_mean, LEVEL_ACTIVITY},
    {{"n", CONTENT_NUMBER, 4, false}, put_level_count, LEVEL_ACTIVITY},
    {{"Sub Kegiatan", CONTENT_PERCENT, 8, false}, put_level_mean, LEVEL_SUBACTIVITY},
    {{"n", CONTENT_NUMBER, 4, false}, put_level_count, LEVEL_SUBACTIVITY},
    {{"Rata-rata", CONTENT_PERCENT, 9, false}, put_whole_mean, 0},
    {{"Predikat", CONTENT_TEXT, 14, false}, put_grade, 0},
    {{"Terisi", CONTENT_NUMBER, 6, false}, put_filled, 0},
    {{"dari", CONTENT_NUMBER, 6, false}, put_takes_value, 0},
    {{"Bukti wajib", CONTENT_NUMBER, 6, false}, put_attached, 0},
    {{"dari", CONTENT_NUMBER, 6, false}, put_required, 0},
    {{"Pengajuan", CONTENT_TEXT, 18, false}, put_handed_in, 0},
};
static const struct listing_column bars[] = {
    {{"Bidang", CONTENT_TEXT, 30, false}, put_name, 0},
    {{"Rata-rata", CONTENT_PERCENT, 12, false}, put_whole_mean, 0},
};

static void print_handed_in(const struct builder *builder, const struct unit *unit, struct unit_line *line) {
    struct quarter quarter = builder->request->quarter;
    struct submission submission;
    if (builder_submission(builder, unit, quarter, &submission))
        config_timeliness_print(builder->config, quarter, submission.first_at, line->handed_in,
                                sizeof line->handed_in);
    else
        snprintf(line->handed_in, sizeof line->handed_in, "belum disahkan");
}

/* One line for each bidang of the configuration, filled in where it is asked, and behind them that of all. */
static struct unit_line *unit_lines(const struct builder *builder) {
    const struct config *config = builder->config;
    struct unit_line *line =
        arena_alloc(&builder->report->arena, (size_t)config->unit_count + 1, sizeof *line);
    struct unit_line *all = &line[config->unit_count];
    const struct unit *unit = NULL;
    all->name = "Semua bidang";
    while ((unit = builder_unit(builder, unit))) {
        line[unit - config->unit].name = unit->name;
        print_handed_in(builder, unit, &line[unit - config->unit]);
    }
    for (int i = 0; i < builder->row_count; i++) {
        const struct row *row = &builder->row[i];
        tally_add(&line[row->indicator->unit - config->unit].tally, row, &config->rules);
        tally_add(&all->tally, row, &config->rules);
    }
    return line;
}

static void add_summary(const struct listing *listing, enum report_row_kind kind,
                        const struct unit_line *line) {
    listing_add(listing, kind, line);
    report_last_row(listing->table)->mean =
        (struct report_mean){.column = listing_index(listing, put_whole_mean), .across = true};
}

static void build_summary(const struct builder *builder) {
    const struct unit_line *line = unit_lines(builder);
    const struct unit *first = builder->config->unit, *unit = NULL;
    struct listing table = LISTING(builder, summary), chart = LISTING(builder, bars);
    chart.table->chart = listing_index(&chart, put_whole_mean);
    while ((unit = builder_unit(builder, unit))) {
        add_summary(&table, REPORT_DATA, &line[unit - first]);
        listing_add(&chart, REPORT_DATA, &line[unit - first]);
    }
    if (!builder->request->unit)
        add_summary(&table, REPORT_TOTAL, &line[builder->config->unit_count]);
    report_add(builder->report, PART_ANNEX, "Lampiran: rata-rata per bidang");
    listing_end(&table);
    add_note(builder, "n: indikator yang dihitung di dalam rata-ratanya.");
    report_add(builder->report, PART_HEADING, "Rata-rata capaian");
    listing_end(&chart);
}

/* ---- E-SAKIP's documents, and to whom the report went ---- */

/* A member of the closed set, and what stands under it. */
struct dossier_line {
    const struct term *term;
    struct record record;
};

PUT(put_term, dossier_line, put_text(builder, cell, of->term->label))
PUT(put_standing, dossier_line, put_text(builder, cell, dossier_word(&of->record.dossier)))
PUT(put_dossier_day, dossier_line, put_date(builder, cell, of->record.dossier.date))
PUT(put_dossier_place, dossier_line, put_text(builder, cell, of->record.dossier.place))
PUT(put_handover_day, dossier_line, put_date(builder, cell, of->record.handover.date))
PUT(put_handover_letter, dossier_line, put_text(builder, cell, of->record.handover.letter))

static const struct listing_column documents[] = {
    {{"Dokumen", CONTENT_TEXT, 26, false}, put_term, 0},
    {{"Ada", CONTENT_WORD, 12, false}, put_standing, 0},
    {{"Tanggal", CONTENT_WORD, 12, false}, put_dossier_day, 0},
    {{"Tempat", CONTENT_TEXT, 60, false}, put_dossier_place, 0},
};
static const struct listing_column recipients[] = {
    {{"Kepada", CONTENT_TEXT, 26, false}, put_term, 0},
    {{"Tanggal", CONTENT_WORD, 12, false}, put_handover_day, 0},
    {{"Nomor surat", CONTENT_TEXT, 40, false}, put_handover_letter, 0},
};

static void list_words(struct listing listing, enum record_kind kind, const struct vocabulary *words) {
    const struct builder *builder = listing.builder;
    for (int i = 0; i < words->count; i++) {
        const struct record_key key = record_key(kind, words->term[i].word, builder->request->quarter);
        struct dossier_line line = {.term = &words->term[i]};
        if (kind == RECORD_DOCUMENT)
            line.record = dossier_standing(builder->records, &key);
        else
            records_get(builder->records, &key, &line.record);
        listing_add(&listing, REPORT_DATA, &line);
    }
    listing_end(&listing);
}

static void build_dossiers(const struct builder *builder) {
    report_add(builder->report, PART_ANNEX, "Lampiran: dokumen E-SAKIP dan penyampaian");
    list_words(LISTING(builder, documents), RECORD_DOCUMENT, &document_words);
    report_add(builder->report, PART_HEADING, "Penyampaian laporan");
    list_words(LISTING(builder, recipients), RECORD_HANDOVER, &recipient_words);
}

/* A pembaca is not shown E-SAKIP's documents, so nothing is said of them. */
void build_annexes(const struct builder *builder) {
    build_summary(builder);
    if (person_reads_drafts(builder->records->asker.person, builder->request->unit))
        build_dossiers(builder);
}
