#include "screen/evidence/evidence_draw.h"
#include "base/text.h"
#include "model/warning.h"
#include "view/attachments.h"
#include <string.h>

struct columns {
    struct span title, number, date, place;
};

/* The first six are the caller's: a mark and a box. */
static struct columns columns_for(const struct surface *surface, int row) {
    enum { LEFT = 6, DATE = 11 };
    int width = surface_columns(surface);
    int number = width / 6;
    int place = width / 5;
    int title = width - LEFT - number - 1 - DATE - 1 - place;
    return (struct columns){
        .title = at(row, LEFT, title - 1),
        .number = at(row, LEFT + title, number),
        .date = at(row, LEFT + title + number + 1, DATE),
        .place = at(row, width - place, place),
    };
}

void evidence_heading_draw(struct surface *surface, int row, const char *heading) {
    surface_put(surface, columns_for(surface, row).title, STYLE_TITLE, heading);
}

void evidence_header_draw(struct surface *surface, int row, const char *heading) {
    struct columns columns = columns_for(surface, row);
    evidence_heading_draw(surface, row, heading);
    surface_put(surface, columns.number, STYLE_TITLE, "Nomor");
    surface_put(surface, columns.date, STYLE_TITLE, "Tanggal");
    surface_put(surface, columns.place, STYLE_TITLE, "Tempat");
}

void evidence_slot_draw(struct surface *surface, int row, const struct requirement *slot) {
    struct columns columns = columns_for(surface, row);
    surface_put(surface, columns.title, STYLE_NORMAL, slot->title);
    surface_put(surface, at(row, columns.number.column, 17), STYLE_NORMAL, "Enter = lampirkan");
}

static const char *last_part(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void draw_place(struct surface *surface, struct span span, const struct evidence *evidence,
                       enum file_state state, enum promise_state promise) {
    if (promise)
        surface_put(surface, span, promise == PROMISE_WAITED ? STYLE_NORMAL : STYLE_WARNING,
                    promise_state_word(promise));
    else if (!evidence->file)
        surface_put(surface, span, STYLE_NORMAL, *evidence->place ? evidence->place : "-");
    else
        surface_printf(surface, span, state > FILE_INTACT ? STYLE_ERROR : STYLE_NORMAL, "%s%s%s",
                       file_state_word(state), state == FILE_NONE ? "" : " ", last_part(evidence->place));
}

void evidence_row_draw(const struct session *session, struct surface *surface, int row,
                       const struct record *record, enum file_state state) {
    struct columns columns = columns_for(surface, row);
    const struct evidence *evidence = &record->evidence;
    char date[CLOCK_TEXT_MAX];
    date_print_short(evidence->date, date);
    surface_put(surface, columns.title, STYLE_NORMAL, evidence->title);
    surface_put(surface, columns.number, STYLE_NORMAL, *evidence->number ? evidence->number : "-");
    surface_put(surface, columns.date, STYLE_NORMAL, *date ? date : "-");
    if (warning_evidence(evidence, record->key.quarter))
        surface_put(surface, at(row, columns.date.column + columns.date.width - 1, 1), STYLE_WARNING, "!");
    draw_place(surface, columns.place, evidence, state, evidence_promise(evidence, session_today(session)));
}

static const char *const promise_notes[] = {
    [PROMISE_NONE] = "",
    [PROMISE_ASKED] = "Menyusul, belum diizinkan: atasan menekan I",
    [PROMISE_WAITED] = "Menyusul, diizinkan. Bila sudah ada: Enter, tulis tempat dan tanggalnya",
    [PROMISE_OVERDUE] = "Menyusul, lewat dari tanggal yang dijanjikan. Bila sudah ada: Enter",
};

static const char *const state_notes[] = {
    [FILE_NONE] = "",
    [FILE_INTACT] = ": isinya masih sama",
    [FILE_CHANGED] = ": isinya lain dari ketika dilampirkan. E, Enter = catat yang ini",
    [FILE_MISSING] = ": tidak ada lagi di tempatnya. E = tulis tempat barunya",
};

void evidence_pane_draw(const struct session *session, struct surface *surface, int row,
                        const struct record *record, enum file_state state) {
    const struct evidence *evidence = &record->evidence;
    int width = surface_columns(surface) - 1;
    char when[CLOCK_TEXT_MAX];
    char date[CLOCK_TEXT_MAX];
    char size[SIZE_TEXT_MAX];
    clock_print(record->changed_at, session->config->zone, when);
    date_print_long(evidence->date, date);
    size_print(evidence->size, size);
    row += surface_wrap(surface, at(row, 1, width), 2, STYLE_NORMAL, evidence->title);
    surface_printf(surface, at(row++, 1, width), STYLE_NORMAL, "%s%s%s%s%s",
                   evidence_kind_words.term[evidence->kind].label, *evidence->number ? ", nomor " : "",
                   evidence->number,
                   !*date               ? ""
                   : evidence->promised ? ", ditunggu "
                                        : ", ",
                   date);
    if (evidence->promised)
        surface_put(surface, at(row++, 1, width), STYLE_NORMAL,
                    promise_notes[evidence_promise(evidence, session_today(session))]);
    if (*evidence->place)
        row += surface_wrap(surface, at(row, 1, width), 1, STYLE_NORMAL, evidence->place);
    if (evidence->file)
        surface_printf(surface, at(row++, 1, width), STYLE_NORMAL, "%s%s%s%s", size,
                       state == FILE_NONE ? "" : ", ", file_state_word(state), state_notes[state]);
    surface_printf(surface, at(row, 1, width), STYLE_NORMAL, "Dilampirkan %s, %s",
                   config_name(session->config, record->changed_by), when);
}
