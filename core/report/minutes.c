/* Berita acara: the verification of a bidang's quarter as it is signed (core/DOMAIN.md, The year, 4). */
#include "report/build_internal.h"
#include <stdio.h>
#include <string.h>

/* ---- the date in words ---- */

/* 1 to 9999: "dua ribu dua puluh lima". */
static void put_in_words(int number, struct buf *out) {
    static const char *const small[] = {"",     "satu",  "dua",     "tiga",     "empat",   "lima",
                                        "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};
    static const struct {
        int from, unit;
        bool counted; /* "dua ratus", not "seratus" */
        const char *word;
    } steps[] = {{2000, 1000, true, " ribu"},
                 {1000, 1000, false, "seribu"},
                 {200, 100, true, " ratus"},
                 {100, 100, false, "seratus"},
                 {20, 10, true, " puluh"}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (number < steps[i].from)
            continue;
        if (steps[i].counted)
            put_in_words(number / steps[i].unit, out);
        buf_text(out, steps[i].word);
        buf_text(out, number % steps[i].unit ? " " : "");
        put_in_words(number % steps[i].unit, out);
        return;
    }
    buf_text(out, small[number < 12 ? number : number - 10]);
    buf_text(out, number < 12 ? "" : " belas");
}

static void put_date_in_words(struct date date, struct buf *out) {
    static const char *const days[] = {"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
    char whole[CLOCK_TEXT_MAX];
    if (!date.year) {
        buf_text(out, ".............. tanggal .............. bulan .............. tahun ..............");
        return;
    }
    date_print_long(date, whole); /* 7 Oktober 2025 */
    const char *month = strchr(whole, ' ') + 1;
    buf_printf(out, "%s tanggal ", days[date_weekday(date)]);
    put_in_words(date.day, out);
    buf_printf(out, " bulan %.*s tahun ", (int)strcspn(month, " "), month);
    put_in_words(date.year, out);
}

/* ---- what it comes to ---- */

struct totals {
    int rows, verdict[VERDICT_COUNT], up, down, objected;
    struct decimal raised, lowered; /* percentage points */
};

static void add_correction(struct totals *totals, const struct row *row) {
    struct decimal by;
    totals->objected += row->answer == ANSWER_OBJECTED;
    if (row->verdict != VERDICT_CORRECTED || row->correction.kind != FIGURE_VALUE ||
        !decimal_subtract(row->correction.value, row->figures.achievement.value, &by))
        return;
    totals->up += by.units > 0;
    totals->down += by.units < 0;
    struct decimal *sum = by.units > 0 ? &totals->raised : &totals->lowered;
    decimal_add(*sum, by, sum);
}

static struct totals totals_of(const struct builder *builder) {
    struct totals totals = {.rows = builder->row_count};
    for (int i = 0; i < builder->row_count; i++) {
        totals.verdict[builder->row[i].verdict]++;
        add_correction(&totals, &builder->row[i]);
    }
    return totals;
}

static void put_totals(const struct builder *builder, const struct totals *totals) {
    char raised[DECIMAL_TEXT_MAX], lowered[DECIMAL_TEXT_MAX];
    decimal_print(totals->raised, 2, raised);
    decimal_print(totals->lowered, 2, lowered);
    report_add(builder->report, PART_PARAGRAPH,
               report_keepf(
                   builder->report,
                   "Dari %d indikator, %d diperiksa: %d sesuai, %d dikoreksi naik (jumlah %s), %d dikoreksi "
                   "turun (jumlah %s), %d dikoreksi tanpa perubahan capaian, %d diminta perbaikan; %d "
                   "keberatan dari bidang.",
                   totals->rows, totals->rows - totals->verdict[VERDICT_NONE],
                   totals->verdict[VERDICT_CONFORMS], totals->up, raised, totals->down, lowered,
                   totals->verdict[VERDICT_CORRECTED] - totals->up - totals->down,
                   totals->verdict[VERDICT_RETURNED], totals->objected));
}

/* Paper and data can be held against each other: `triwulan periksa-data --catatan N` says the same. What was
 * examined has left its mark in the journal. */
static void put_trail(const struct builder *builder) {
    const struct trail *trail = builder->trail;
    char hex[DIGEST_HEX_MAX];
    digest_print(&trail->digest, hex);
    report_add(builder->report, PART_NOTE,
               report_keepf(builder->report, "Jejak: catatan ke-%llu, SHA-256 %s",
                            (unsigned long long)trail->position, hex));
}

static void put_opening(const struct builder *builder) {
    const struct report_request *request = builder->request;
    const struct config *config = builder->config;
    struct buf text = {0};
    char decree[CLOCK_TEXT_MAX];
    date_print_long(config->team_date, decree);
    builder->report->title[1] = report_keepf(
        builder->report, "Nomor: %s", *request->number ? request->number : "..............................");
    buf_text(&text, "Pada hari ini ");
    put_date_in_words(request->date, &text);
    buf_printf(&text, ", Tim SAKIP %s", config->agency);
    if (*config->team_decree)
        buf_printf(&text, " (SK Nomor %s tanggal %s)", config->team_decree, decree);
    buf_printf(&text, " telah memeriksa capaian kinerja %s terhadap data dukungnya untuk %s %d, ",
               request->unit->name,
               request->quarter.number == YEAR_PERIOD ? "pengukuran tahun"
                                                      : quarter_name(request->quarter.number),
               request->quarter.year);
    buf_text(&text, "dengan hasil sebagai berikut.");
    report_add(builder->report, PART_PARAGRAPH, buf_string(&text));
    buf_release(&text);
}

/* Nobody signs that he examined what nobody did. */
static bool was_examined(const struct builder *builder) {
    for (int i = 0; i < builder->row_count; i++)
        if (builder->row[i].verdict != VERDICT_NONE)
            return true;
    return false;
}

bool minutes_admit(const struct builder *builder, struct err *err) {
    const struct report_request *request = builder->request;
    struct submission submission;
    if (!builder_submission(builder, request->unit, request->quarter, &submission))
        return err_set(err, ERR_DENIED, "%s belum disahkan; berita acaranya belum dapat dibaca",
                       request->unit->name);
    return was_examined(builder) ||
           err_set(err, ERR_INVALID, "%s belum diperiksa; berita acara dibuat sesudah verifikasi dimulai",
                   request->unit->name);
}

void build_minutes(const struct builder *builder) {
    const struct totals totals = totals_of(builder);
    put_opening(builder);
    build_verdicts(builder);
    put_totals(builder, &totals);
    report_add(builder->report, PART_PARAGRAPH,
               "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.");
    build_basis(builder, false);
    build_steps(builder);
    put_trail(builder);
}
