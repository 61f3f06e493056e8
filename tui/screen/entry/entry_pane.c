#include "base/buf.h"
#include "base/utf8.h"
#include "screen/entry/entry_draw.h"
#include "view/wording.h"
#include <stdio.h>
#include <stdlib.h>

/* --- progress --- */

enum { GAUGE_WIDTH = 20, DEADLINE_MAX = 40 };

static void gauge_print(int part, int whole, int width, struct buf *out) {
    int full = whole ? part * width / whole : 0;
    buf_text(out, " [");
    for (int i = 0; i < width; i++)
        buf_text(out, i < full ? "█" : "░");
    buf_text(out, "]");
}

static void counts_print(const struct tally *tally, int gauge, struct buf *out) {
    if (tally->withheld) {
        buf_printf(out, "Belum disahkan, jadi belum dapat dibaca: %d indikator", tally->withheld);
        return;
    }
    buf_printf(out, "Terisi %d/%d", tally->filled, tally->takes_value);
    gauge_print(tally->filled, tally->takes_value, gauge, out);
    if (tally->unmeasured)
        buf_printf(out, " %d tidak diukur", tally->unmeasured);
    if (tally->required > tally->required_attached)
        buf_printf(out, "  Bukti kurang %d", tally->required - tally->required_attached);
}

/* What is complete is not late. */
static enum style deadline_print(const struct session *session, const struct tally *tally,
                                 char out[DEADLINE_MAX]) {
    struct date deadline = config_deadline(session->config, session->quarter);
    int left = deadline_days_left(deadline, session_today(session));
    bool late = left < 0 && tally->filled < tally->takes_value && !tally->withheld;
    *out = '\0';
    if ((left >= 0 && !tally->withheld) || late)
        snprintf(out, DEADLINE_MAX, late ? "terlambat %d hari" : "sisa %d hari", abs(left));
    return late ? STYLE_OVERDUE : STYLE_NORMAL;
}

/* The gauge gives way to what it shows in figures, and to the deadline. */
void entry_progress_draw(const struct session *session, struct surface *surface, int line,
                         const struct tally *tally) {
    struct buf text = {0};
    char deadline[DEADLINE_MAX];
    enum style style = deadline_print(session, tally, deadline);
    counts_print(tally, GAUGE_WIDTH, &text);
    int used = utf8_columns(buf_string(&text)) + 3;
    int over = used + utf8_columns(deadline) - session->columns;
    int gauge = over <= 0 ? GAUGE_WIDTH : over < GAUGE_WIDTH ? GAUGE_WIDTH - over : 0;
    buf_clear(&text);
    counts_print(tally, gauge, &text);
    used -= GAUGE_WIDTH - gauge;
    surface_put(surface, at(line, 1, session->columns - 1), STYLE_NORMAL, buf_string(&text));
    surface_put(surface, at(line, used, session->columns - used), style, deadline);
    buf_release(&text);
}

/* --- pane --- */

struct pane {
    const struct session *session;
    struct surface *surface;
    int line, end; /* the next line, and the first behind the pane */
    int kept;      /* lines for what stands behind the evidence */
};

static void put_line(struct pane *pane, const char *text) {
    if (pane->line < pane->end)
        surface_put(pane->surface, at(pane->line++, 1, pane->session->columns - 1), STYLE_NORMAL, text);
}

/* Over at most `most` rows, leaving `behind` to what follows; one row is always taken. */
static void put_wrapped(struct pane *pane, int most, int behind, const char *text) {
    int room = pane->end - pane->line - behind;
    int rows = room < 1 ? 1 : room < most ? room : most;
    if (pane->line < pane->end)
        pane->line += surface_wrap(pane->surface, at(pane->line, 1, pane->session->columns - 1), rows,
                                   STYLE_NORMAL, text);
}

/* In the lowest pane a text of three rows takes the objective's, and so do last year and a verdict
 * that asks something of the bidang. */
enum { HEADING_ROWS_MAX = 3, ROWS_BEHIND_HEADING = 4 };
enum {
    VERDICT_ROWS_MAX = 2,
    ROWS_BEHIND_VERDICT = 3,
    HINT_ROWS_MAX = 3,
    TITLES_ROWS_MAX = 2,
    REQUIRED_ROWS = 1
};

static void put_heading(struct pane *pane, const struct indicator *indicator) {
    struct buf text = {0};
    struct span span = at(pane->line, 1, pane->session->columns - 1);
    buf_printf(&text, "%s  %s", indicator->code, indicator->description);
    pane->line += surface_wrap(pane->surface, span, HEADING_ROWS_MAX, STYLE_NORMAL, buf_string(&text));
    buf_release(&text);
}

/* One earlier quarter as it counts: "I 4 (100,00), ". */
static void put_earlier(const struct session *session, const struct row *row, int number, struct buf *out) {
    const struct indicator *indicator = row->indicator;
    enum lower_formula formula = session->config->rules.lower_formula;
    struct figures figures = figures_compute(&indicator->plan, row->year, number, formula);
    char actual[DECIMAL_TEXT_MAX];
    char achieved[DECIMAL_TEXT_MAX];
    if (row->by_percent_in[number - 1].kind == FIGURE_VALUE)
        figures.achievement = row->by_percent_in[number - 1];
    figure_print(figures.actual, measure_places(&indicator->measure), actual);
    figure_print(figures.achievement, 2, achieved);
    buf_printf(out, "%s%s %s", number == 1 ? "TW " : "", quarter_roman(number), *actual ? actual : "kosong");
    if (figures.achievement.kind == FIGURE_VALUE)
        buf_printf(out, " (%s)", achieved);
    buf_text(out, ", ");
}

/* Beside the year's own measurement stands what its quarters made. */
static struct figures quarters_so_far(const struct session *session, const struct row *row) {
    enum lower_formula formula = session->config->rules.lower_formula;
    if (row->quarter.number != YEAR_PERIOD)
        return row->figures;
    return figures_compute(&row->indicator->plan, row->year, QUARTERS, formula);
}

static void put_year(struct pane *pane, const struct row *row) {
    const struct indicator *indicator = row->indicator;
    int places = measure_places(&indicator->measure);
    char annual[DECIMAL_TEXT_MAX];
    char actual[DECIMAL_TEXT_MAX];
    char target[DECIMAL_TEXT_MAX];
    struct buf text = {0};
    struct figures figures = quarters_so_far(pane->session, row);
    for (int number = 1; number < row->quarter.number; number++)
        put_earlier(pane->session, row, number, &text);
    figure_print(figures.to_date_actual, places, actual);
    figure_print(figures.to_date_target, places, target);
    decimal_print(indicator->plan.annual, places, annual);
    if (figures.to_date_actual.kind == FIGURE_VALUE)
        buf_printf(&text, "s.d. %s %s dari %s, ", row->quarter.number == YEAR_PERIOD ? "TW IV" : "kini",
                   actual, target);
    buf_printf(&text, "%s %s %s", text.length ? "setahun" : "Target setahun", annual,
               indicator->measure.name);
    put_line(pane, buf_string(&text));
    buf_release(&text);
}

static void put_hint(struct pane *pane, const struct row *row) {
    const struct plan *plan = &row->indicator->plan;
    struct buf text = {0};
    char warnings[256];
    warning_print(row->warnings, warnings, sizeof warnings);
    if (row->figures.target.kind == FIGURE_NOT_SET)
        buf_text(&text, "Target TW belum ditetapkan. ");
    if (!plan_takes_value(plan, row->quarter.number))
        buf_text(&text, "Tidak diukur TW ini. ");
    buf_printf(&text, "%s %s", entry_wanted(row->indicator, row->quarter),
               polarity_words.term[plan->polarity].help);
    if (row->actual.provisional)
        buf_text(&text, " * sementara.");
    if (row->warnings)
        buf_printf(&text, " ! %s", warnings);
    put_wrapped(pane, HINT_ROWS_MAX, REQUIRED_ROWS + pane->kept, buf_string(&text));
    buf_release(&text);
}

static void put_optional(struct pane *pane, const char *label, const char *value) {
    struct buf text = {0};
    buf_printf(&text, "%s: %s", label, value);
    put_line(pane, buf_string(&text));
    buf_release(&text);
}

static void put_titles(struct pane *pane, const char *label, const char *titles) {
    struct buf text = {0};
    buf_printf(&text, "%s: %s", label, titles);
    put_wrapped(pane, TITLES_ROWS_MAX, pane->kept, buf_string(&text));
    buf_release(&text);
}

static void put_required(struct pane *pane, const struct row *row) {
    const struct indicator *indicator = row->indicator;
    struct buf text = {0};
    char label[64];
    char promised[32] = "";
    if (row->promised)
        snprintf(promised, sizeof promised, ", %d menyusul", row->promised);
    snprintf(label, sizeof label, "Bukti wajib, %d dari %d ada%s", row->required_attached, row->required,
             promised);
    for (int i = 0; i < indicator->requirement_count; i++)
        if (indicator->requirement[i].due[row->quarter.number - 1])
            buf_printf(&text, "%s%s", text.length ? "; " : "", indicator->requirement[i].title);
    if (text.length)
        put_titles(pane, label, buf_string(&text));
    else
        put_line(pane, row->quarter.number == YEAR_PERIOD ? "Tidak ada bukti wajib"
                                                          : "Tidak ada bukti wajib TW ini");
    buf_release(&text);
}

static void put_author(struct pane *pane, const struct row *row) {
    const struct config *config = pane->session->config;
    char when[CLOCK_TEXT_MAX];
    struct buf text = {0};
    if (!row->head.sequence)
        return;
    clock_print(row->changed_at, config->zone, when);
    buf_printf(&text, "%s, %s", config_name(config, row->changed_by), when);
    put_optional(pane, "Diubah terakhir", buf_string(&text));
    buf_release(&text);
}

static void put_last_year(struct pane *pane, const struct row *last) {
    char text[128];
    past_print(last, text, sizeof text);
    put_line(pane, text);
}

void entry_pane_draw(const struct session *session, struct surface *surface, int first, int rows,
                     const struct entry_about *about) {
    struct pane pane = {.session = session,
                        .surface = surface,
                        .line = first,
                        .end = first + rows,
                        .kept = about->last_year != NULL};
    const struct row *row = about->row;
    put_heading(&pane, row->indicator);
    if (about->notice)
        put_line(&pane, about->notice);
    if (*about->verdict)
        put_wrapped(&pane, VERDICT_ROWS_MAX, ROWS_BEHIND_VERDICT, about->verdict);
    else if (pane.end - pane.line >= ROWS_BEHIND_HEADING + (about->last_year ? 1 : 0))
        put_optional(&pane, "Sasaran", row->indicator->objective);
    if (row->state == ENTRY_WITHHELD) {
        put_line(&pane, "Belum disahkan: angka, catatan dan buktinya belum dapat Anda baca");
        return;
    }
    put_year(&pane, row);
    put_hint(&pane, row);
    put_required(&pane, row);
    if (about->last_year)
        put_last_year(&pane, about->last_year);
    if (row->indicator->definition)
        put_optional(&pane, "Definisi", row->indicator->definition);
    put_author(&pane, row);
}
