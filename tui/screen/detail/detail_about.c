#include "screen/detail/detail_about.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "screen/entry/entry_draw.h"
#include "view/wording.h"
#include <string.h>

struct writer {
    struct about *about;
    const struct session *session;
    int width;
    bool corrected;  /* one of the year's rows is: a column says what counts */
    struct buf text; /* of the paragraph at hand */
};

/* Ends the paragraph. */
static void end(struct writer *writer) {
    const char *text = buf_string(&writer->text);
    while (*text) {
        size_t skip = 0;
        size_t length = utf8_wrap(text, writer->width, &skip);
        const char *line = arena_text(&writer->about->arena, text, length);
        list_add(&writer->about->line, &line);
        text += length + skip;
    }
    buf_clear(&writer->text);
}

static const char *text_of(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    figure_print(figure, places, out);
    return out;
}

/* One quarter: target, realisasi, capaian, akhir, s.d., when and who. */
static void put_quarter(struct writer *writer, const struct row *row) {
    const struct config *config = writer->session->config;
    const struct figures *figures = &row->figures;
    int places = measure_places(&row->indicator->measure);
    char target[DECIMAL_TEXT_MAX], actual[DECIMAL_TEXT_MAX], achieved[DECIMAL_TEXT_MAX],
        final[DECIMAL_TEXT_MAX] = "", to_date[DECIMAL_TEXT_MAX];
    entry_target_print(figures->target, places, target);
    if (row->verdict == VERDICT_CORRECTED)
        figure_print(row->final, 2, final);
    buf_printf(&writer->text, "%s%-4s%9s %12s%c%8s%*s %8s",
               row->quarter.number == writer->session->quarter.number ? ">" : " ",
               row->quarter.number == YEAR_PERIOD ? "Thn" : quarter_roman(row->quarter.number), target,
               text_of(figures->actual, places, actual), row->actual.provisional ? '*' : ' ',
               text_of(figures->achievement, 2, achieved), writer->corrected ? 9 : 0, final,
               text_of(figures->to_date_achievement, 2, to_date));
    if (row->head.sequence) {
        char when[CLOCK_TEXT_MAX];
        clock_print(row->changed_at, config->zone, when);
        buf_printf(&writer->text, "  %s %s", when, config_name(config, row->changed_by));
    }
    char line[512];
    utf8_truncate(buf_string(&writer->text), writer->width, line, sizeof line);
    const char *kept = arena_text(&writer->about->arena, line, strlen(line));
    list_add(&writer->about->line, &kept);
    buf_clear(&writer->text);
}

static void put_year(struct writer *writer, const struct row year[PERIODS]) {
    bool whole = writer->session->quarter.number == YEAR_PERIOD || year[YEAR_PERIOD - 1].head.sequence != 0;
    for (int i = 0; i < PERIODS; i++)
        writer->corrected = writer->corrected || year[i].verdict == VERDICT_CORRECTED;
    buf_printf(&writer->text, " TW     Target    Realisasi  Capaian%s     s.d.  Diubah",
               writer->corrected ? "    Akhir" : "");
    end(writer);
    for (int i = 0; i < (whole ? PERIODS : QUARTERS); i++)
        put_quarter(writer, &year[i]);
}

/* Of the quarter at hand; nothing where nothing was judged. */
static void put_verdict(struct writer *writer, const struct records *records, const struct row *row) {
    struct buf verdict = {0};
    verdict_print(records, row, &verdict);
    if (verdict.length)
        buf_printf(&writer->text, "Verifikasi: %s", buf_string(&verdict));
    end(writer);
    buf_release(&verdict);
}

static void put_measure(struct writer *writer, const struct indicator *indicator) {
    struct quarter quarter = writer->session->quarter;
    char annual[DECIMAL_TEXT_MAX + 64];
    measure_print(indicator->plan.annual, &indicator->measure, annual, sizeof annual);
    buf_printf(&writer->text, "Target setahun %s. %s %s", annual, entry_wanted(indicator, quarter),
               polarity_words.term[indicator->plan.polarity].help);
    end(writer);
}

static void put_required(struct writer *writer, const struct indicator *indicator, int number) {
    for (int i = 0; i < indicator->requirement_count; i++)
        if (indicator->requirement[i].due[number - 1])
            buf_printf(&writer->text, "%s%s",
                       writer->text.length ? "; " : "Bukti wajib: ", indicator->requirement[i].title);
    end(writer);
}

void about_make(struct about *about, const struct session *session, const struct records *records,
                const struct row year[PERIODS]) {
    const struct indicator *indicator = session->focus;
    struct writer writer = {.about = about, .session = session, .width = session->columns - 2};
    about_release(about);
    buf_printf(&writer.text, "%s  %s", indicator->code, indicator->description);
    end(&writer);
    buf_printf(&writer.text, "Sasaran: %s", indicator->objective);
    end(&writer);
    put_verdict(&writer, records, &year[session->quarter.number - 1]);
    put_year(&writer, year);
    put_measure(&writer, indicator);
    if (indicator->definition)
        buf_printf(&writer.text, "Definisi: %s", indicator->definition);
    end(&writer);
    put_required(&writer, indicator, session->quarter.number);
    if (indicator->officer)
        buf_printf(&writer.text, "Pelaksana: %s", config_name(session->config, indicator->officer));
    end(&writer);
    buf_release(&writer.text);
}

void about_release(struct about *about) {
    list_release(&about->line);
    arena_release(&about->arena);
}
