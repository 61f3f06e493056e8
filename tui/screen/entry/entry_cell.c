#include "screen/entry/entry_cell.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

enum { VALUE_MAX = 100 };

static const char field_value[] = "nilai";
static const char field_provisional[] = "sementara";

void entry_cell_open(struct entry_cell *cell, const struct row *row, const char *text) {
    cell->open = true;
    cell->provisional = false;
    cell->indicator = row->indicator;
    cell->head = row->head;
    line_edit_set(&cell->edit, VALUE_MAX, text);
}

void entry_cell_open_value(struct entry_cell *cell, const struct row *row, struct decimal value) {
    char text[DECIMAL_TEXT_MAX];
    decimal_print_plain(value, 0, text);
    char *point = strchr(text, '.');
    if (point)
        *point = ',';
    entry_cell_open(cell, row, text);
}

bool entry_cell_key(struct entry_cell *cell, const struct key *key) {
    if (key->code == KEY_TAB)
        return line_edit_key(&cell->edit, &(struct key){.code = KEY_TEXT, .point = ' '});
    if (key->code == KEY_NONE && key->pasted)
        return line_edit_key(&cell->edit, &(struct key){.code = KEY_TEXT, .point = '?'});
    if (key->code != KEY_TEXT || key->point != '*')
        return line_edit_key(&cell->edit, key);
    cell->provisional = !cell->provisional;
    return true;
}

bool entry_cell_blank(const struct entry_cell *cell) {
    size_t length = cell->edit.length;
    text_trim(cell->edit.text, &length);
    return length == 0;
}

bool entry_cell_read(const struct entry_cell *cell, const struct row *row, struct typed *typed,
                     struct err *err) {
    const struct indicator *indicator = row->indicator;
    const struct typed_for what = {
        .unit = &indicator->measure, .aggregation = indicator->plan.aggregation, .before = row_before(row)};
    return typed_read(cell->edit.text, what, typed, err);
}

struct request entry_cell_request(const struct entry_cell *cell, const struct session *session,
                                  const struct row *row, const struct typed *typed) {
    struct request request = session_request_on(session, EVENT_ACTUAL_SET, row->indicator);
    request.change.replaces = cell->head;
    request.change.actual = (struct actual){
        .filled = true, .provisional = cell->provisional, .value = typed->value, .fraction = typed->fraction};
    return request;
}

static void put_field(struct draft *draft, const char *name, const char *text) {
    struct draft_field *field = &draft->field[draft->count++];
    snprintf(field->name, sizeof field->name, "%s", name);
    snprintf(field->text, sizeof field->text, "%s", text);
}

bool entry_cell_draft(const struct entry_cell *cell, struct quarter quarter, struct draft *draft) {
    if (!cell->open)
        return false;
    snprintf(draft->screen, sizeof draft->screen, "isian");
    draft->key = (struct record_key){.kind = RECORD_ACTUAL, .quarter = quarter};
    snprintf(draft->key.code, sizeof draft->key.code, "%s", cell->indicator->code);
    draft->head = cell->head;
    put_field(draft, field_value, cell->edit.text);
    if (cell->provisional)
        put_field(draft, field_provisional, "ya");
    return true;
}

void entry_cell_restore(struct entry_cell *cell, const struct row *row, const struct draft *draft) {
    entry_cell_open(cell, row, "");
    cell->head = draft->head;
    for (int i = 0; i < draft->count; i++) {
        if (strcmp(draft->field[i].name, field_value) == 0)
            line_edit_set(&cell->edit, VALUE_MAX, draft->field[i].text);
        cell->provisional |= strcmp(draft->field[i].name, field_provisional) == 0;
    }
}
