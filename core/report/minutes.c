/* Berita acara: the verification of a bidang's quarter as it is signed (DOMAIN.md, The year, 4). */
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

static bool add_totals(const struct builder *builder, struct totals *totals) {
    struct list rows;
    bool ok = builder_rows(builder, builder->request->quarter, &rows);
    for (int i = 0; i < rows.count; i++) {
        const struct row *row = (const struct row *)rows.item + i;
        totals->rows++;
        totals->verdict[row->verdict]++;
        add_correction(totals, row);
    }
    list_release(&rows);
    return ok;
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

/* Paper and data can be held against each other: `triwulan periksa-data --catatan N` says the same. */
static bool put_trail(const struct builder *builder) {
    struct store_info info;
    char line[160] = "belum ada catatan";
    if (!office_describe(builder->office, &info, builder->err) ||
        (info.events && !office_trail_print(builder->office, info.events, line, sizeof line, builder->err)))
        return false;
    report_add(builder->report, PART_NOTE, report_keepf(builder->report, "Jejak: %s", line));
    return true;
}

static bool may_be_read(const struct builder *builder) {
    struct submission submission;
    bool withheld;
    const struct unit *unit = builder->request->unit;
    if (!builder_submission(builder, unit, builder->request->quarter, &submission, &withheld))
        return false;
    return !withheld || err_set(builder->err, ERR_DENIED,
                                "%s belum disahkan; berita acaranya belum dapat dibaca", unit->name);
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
static bool was_examined(const struct builder *builder, const struct totals *totals) {
    return totals->verdict[VERDICT_NONE] < totals->rows ||
           err_set(builder->err, ERR_INVALID,
                   "%s belum diperiksa; berita acara dibuat sesudah verifikasi dimulai",
                   builder->request->unit->name);
}

bool build_minutes(const struct builder *builder) {
    struct totals totals = {0};
    if (!may_be_read(builder) || !add_totals(builder, &totals) || !was_examined(builder, &totals))
        return false;
    put_opening(builder);
    if (!build_verdicts(builder))
        return false;
    put_totals(builder, &totals);
    report_add(builder->report, PART_PARAGRAPH,
               "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.");
    build_basis(builder, false);
    return build_steps(builder) && put_trail(builder);
}
