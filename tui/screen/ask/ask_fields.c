#include "screen/ask/ask_fields.h"
#include "base/text.h"
#include "base/utf8.h"
#include "own/evidence_file.h"
#include "screen/ask/path_field.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_MIN = 12, DATE_MAX = 20, DATE_COLUMNS = 14, CHOICE_NONE = -1, CHOICE_ROWS = 2 };

static struct session *session_of(const struct ask_fields *fields) {
    return fields->ask->session;
}

static enum field_type type_of(const struct ask_fields *fields, int field) {
    return fields->of[field].type;
}

static struct line_edit *edit_of(struct ask_fields *fields, int field) {
    return &fields->field[field].edit;
}

/* --- what is in them --- */

/* Where there are more bidang than a list can show, the code is typed. */
static void take_units(struct ask_fields *fields) {
    const struct config *config = session_of(fields)->config;
    fields->units = (struct vocabulary){.name = "bidang", .term = fields->unit};
    if (config->unit_count > ASK_UNITS_MAX)
        return;
    for (int i = 0; i < config->unit_count; i++)
        fields->unit[fields->units.count++] = (struct term){config->unit[i].code, config->unit[i].name, ""};
}

const struct vocabulary *ask_fields_choices(const struct ask_fields *fields, int field) {
    return type_of(fields, field) == FIELD_UNIT && fields->units.count ? &fields->units
                                                                       : fields->of[field].choices;
}

/* The text of a choice is its label. */
static void put_choice(struct ask_fields *fields, int field, int choice) {
    const struct vocabulary *choices = ask_fields_choices(fields, field);
    fields->choice[field] = choice;
    line_edit_set(edit_of(fields, field), LINE_EDIT_MAX,
                  choice == CHOICE_NONE ? "" : choices->term[choice].label);
}

static int choice_find(const struct vocabulary *choices, const char *text) {
    int found = vocabulary_find(choices, text);
    for (int i = 0; i < choices->count && found < 0; i++)
        if (strcmp(choices->term[i].label, text) == 0)
            found = i;
    return found;
}

void ask_fields_put(struct ask_fields *fields, int field, const char *text) {
    const struct vocabulary *choices = ask_fields_choices(fields, field);
    if (choices)
        put_choice(fields, field, choice_find(choices, text));
    else
        line_edit_set(edit_of(fields, field),
                      type_of(fields, field) == FIELD_DAY ? DATE_MAX : fields->of[field].max, text);
}

/* A choice is kept as its word. */
static const char *text_of(const struct ask_fields *fields, int field) {
    const struct vocabulary *choices = ask_fields_choices(fields, field);
    int choice = fields->choice[field];
    if (choices)
        return choice == CHOICE_NONE ? "" : choices->term[choice].word;
    return fields->field[field].edit.text;
}

/* A flag is no field of a form, and a field has a row at least. */
static int rows_of(const struct record_field *of) {
    return of->type == FIELD_FLAG ? 0 : of->rows ? of->rows : 1;
}

void ask_fields_init(struct ask_fields *fields, struct ask *ask) {
    const struct record_fields of = ask_kind_fields(ask->kind);
    *fields = (struct ask_fields){.ask = ask, .of = of.field, .label_columns = LABEL_MIN};
    fields->form = (struct form){.field = fields->field, .count = of.count};
    take_units(fields);
    for (int i = 0; i < of.count; i++) {
        const struct record_field *field = &of.field[i];
        int columns = utf8_columns(field->label) + 3;
        fields->field[i] = (struct form_field){
            .name = field->name, .label = field->label, .hint = field->hint, .rows = rows_of(field)};
        ask_fields_put(fields, i, "");
        if (columns > fields->label_columns)
            fields->label_columns = columns;
    }
}

/* --- reading --- */

static void trim(struct line_edit *edit) {
    char text[LINE_EDIT_MAX + 1];
    size_t length = edit->length;
    const char *start = text_trim(edit->text, &length);
    if (length == edit->length)
        return;
    snprintf(text, sizeof text, "%.*s", (int)length, start);
    line_edit_set(edit, edit->max, text);
}

/* What was typed becomes the whole date, so that one sees how it was read. */
static bool take_date(struct ask_fields *fields, int field) {
    struct session *session = session_of(fields);
    struct date today = session_today(session);
    struct date date = {0};
    char text[CLOCK_TEXT_MAX];
    struct line_edit *edit = edit_of(fields, field);
    trim(edit);
    if (edit->length && !date_parse_typed(edit->text, today, &date)) {
        session_say(session, STYLE_ERROR, "\"%s\" bukan tanggal. Contoh: 28 atau 28-9 atau 28-9-%d",
                    edit->text, today.year);
        return false;
    }
    date_print_short(date, text);
    ask_fields_put(fields, field, text);
    return true;
}

/* A file is read when its place is another one, or `again`. */
static bool take_place(struct ask_fields *fields, int field, bool again) {
    struct line_edit *edit = edit_of(fields, field);
    struct evidence read = fields->ask->place;
    struct err err = {0};
    char size[SIZE_TEXT_MAX];
    trim(edit);
    if (!again && strcmp(read.place, edit->text) == 0)
        return true;
    snprintf(read.place, sizeof read.place, "%s", edit->text);
    if (!evidence_take_file(&read, &err)) {
        if (err.kind == ERR_NOT_FOUND)
            err_set(&err, ERR_NOT_FOUND, "Tidak ada berkas di situ. Periksa jalurnya; Tab melengkapinya");
        session_fail(session_of(fields), &err);
        return false;
    }
    fields->ask->place = read;
    ask_fields_put(fields, field, read.place);
    size_print(read.size, size);
    if (read.file)
        session_say(session_of(fields), STYLE_NORMAL, "Berkas ditemukan, %s", size);
    return true;
}

/* What may not be left as it is. */
static bool read_field(struct ask_fields *fields, int field, bool again) {
    if (type_of(fields, field) == FIELD_DAY)
        return take_date(fields, field);
    return type_of(fields, field) != FIELD_PLACE || take_place(fields, field, again);
}

static bool take(struct ask_fields *fields, int field) {
    const char *missing = fields->of[field].missing;
    if (!read_field(fields, field, false))
        return false;
    trim(edit_of(fields, field));
    if (!missing || *text_of(fields, field))
        return true;
    session_say(session_of(fields), STYLE_ERROR, "%s", missing);
    return false;
}

bool ask_fields_take(struct ask_fields *fields, const char *text[ASK_FIELDS_MAX]) {
    for (int i = 0; i < fields->form.count; i++) {
        if (!take(fields, i)) {
            fields->form.current = i;
            return false;
        }
        text[i] = text_of(fields, i);
    }
    return true;
}

void ask_fields_texts(const struct ask_fields *fields, const char *text[ASK_FIELDS_MAX]) {
    for (int i = 0; i < fields->form.count; i++)
        text[i] = text_of(fields, i);
}

/* --- typing --- */

static const char choice_keys[] = "1234567890";

/* Whether the label begins so; or, of all its words, one. */
static bool begins(const char *label, uint32_t point, bool any_word) {
    const char *word = label;
    while (toupper((unsigned char)*word) != toupper((int)point)) {
        word = any_word ? strchr(word, ' ') : NULL;
        if (!word)
            return false;
        word++;
    }
    return true;
}

/* The next whose label begins with the letter, so that it goes round; or the next with such a word, where all
 * labels begin alike ("Bidang"). */
static int choice_by_letter(const struct vocabulary *choices, int first, int choice, uint32_t point) {
    int offered = choices->count - first;
    int start = choice == CHOICE_NONE ? offered - 1 : choice - first;
    for (int any_word = 0; any_word <= 1; any_word++)
        for (int i = 1; i <= offered; i++) {
            int next = first + (start + i) % offered;
            if (begins(choices->term[next].label, point, any_word))
                return next;
        }
    return choice;
}

static int choice_by_character(const struct vocabulary *choices, int first, int choice, uint32_t point) {
    const char *key = point && point < 0x80 ? strchr(choice_keys, (int)point) : NULL;
    int next = key ? first + (int)(key - choice_keys) : choice;
    if (key)
        return next < choices->count ? next : choice;
    return point < 0x80 ? choice_by_letter(choices, first, choice, point) : choice;
}

static int choice_by_key(const struct vocabulary *choices, int first, int choice, const struct key *key) {
    int last = choices->count - 1;
    switch ((int)key->code) {
    case KEY_TEXT:
        return choice_by_character(choices, first, choice, key->point);
    case KEY_LEFT:
        return choice > first ? choice - 1 : last;
    case KEY_RIGHT:
        return choice == CHOICE_NONE || choice == last ? first : choice + 1;
    case KEY_BACKSPACE:
    case KEY_DELETE:
    case KEY_CLEAR_LINE:
        return CHOICE_NONE;
    default:
        return choice;
    }
}

/* Takes every key that would edit a text; pasted words choose nothing. */
static bool pick(struct ask_fields *fields, const struct key *key) {
    struct line_edit text = {0};
    int field = fields->form.current;
    if (!line_edit_key(&text, key))
        return false;
    int choice = fields->choice[field];
    if (!key->pasted)
        choice = choice_by_key(ask_fields_choices(fields, field), fields->of[field].first, choice, key);
    fields->typed |= choice != fields->choice[field];
    put_choice(fields, field, choice);
    return true;
}

/* False when the cursor stays. */
static bool leave(struct ask_fields *fields, const struct key *key) {
    int field = fields->form.current;
    enum field_type type = type_of(fields, field);
    struct line_edit *edit = edit_of(fields, field);
    session_quiet(session_of(fields));
    if ((type == FIELD_PLACE || type == FIELD_FILE) && key->code == KEY_TAB &&
        path_field_complete(edit, session_of(fields), type == FIELD_FILE, &fields->typed))
        return false;
    return read_field(fields, field, key->code == KEY_ENTER && edit->length);
}

static bool filled(const struct ask_fields *fields, int field) {
    const char *text = text_of(fields, field);
    size_t length = strlen(text);
    text_trim(text, &length);
    return length;
}

static bool enough(const struct ask_fields *fields) {
    unsigned wanted = fields->ask->kind->enough;
    for (int i = 0; i < fields->form.count; i++)
        if ((wanted & 1u << i) && !filled(fields, i))
            return false;
    return wanted;
}

static bool in_last(const struct ask_fields *fields) {
    int next = fields->form.current + 1;
    while (next < fields->form.count && !rows_of(&fields->of[next]))
        next++;
    return next >= fields->form.count;
}

bool ask_fields_ready(const struct ask_fields *fields) {
    return in_last(fields) || enough(fields);
}

enum form_result ask_fields_key(struct ask_fields *fields, const struct key *key) {
    if (form_key_leaves(key) && !leave(fields, key))
        return FORM_TAKEN;
    if (form_key_leaves(key) && key->code == KEY_ENTER && enough(fields))
        return FORM_KEEP;
    if (ask_fields_choices(fields, fields->form.current) && pick(fields, key))
        return FORM_TAKEN;
    fields->typed |= line_edit_key_changes(key);
    return form_key(&fields->form, key);
}

/* --- drafts --- */

void ask_fields_draft(const struct ask_fields *fields, struct draft *draft) {
    for (draft->count = 0; draft->count < fields->form.count; draft->count++) {
        struct draft_field *to = &draft->field[draft->count];
        snprintf(to->name, sizeof to->name, "%s", fields->of[draft->count].name);
        snprintf(to->text, sizeof to->text, "%s", text_of(fields, draft->count));
    }
}

void ask_fields_restore(struct ask_fields *fields, const struct draft *draft) {
    for (int i = 0; i < draft->count; i++)
        for (int field = 0; field < fields->form.count; field++)
            if (strcmp(fields->of[field].name, draft->field[i].name) == 0)
                ask_fields_put(fields, field, draft->field[i].text);
    fields->typed = true;
}

/* --- drawing --- */

/* The list of choices keeps its rows, so that nothing moves when the cursor does. */
static int rows_of_choices(const struct ask_fields *fields) {
    for (int i = 0; i < fields->form.count; i++)
        if (ask_fields_choices(fields, i))
            return 1 + CHOICE_ROWS;
    return 0;
}

int ask_fields_rows(const struct ask_fields *fields) {
    int rows = rows_of_choices(fields);
    for (int i = 0; i < fields->form.count; i++)
        rows += rows_of(&fields->of[i]);
    return rows;
}

static int label_columns(const struct ask_fields *fields) {
    int columns = session_of(fields)->columns / 3;
    return fields->label_columns < columns ? fields->label_columns : columns;
}

/* Up to twice its rows, as long as its longest text could fill one more. */
static bool grows(const struct ask_fields *fields, int field) {
    const struct record_field *of = &fields->of[field];
    int rows = fields->field[field].rows;
    int width = session_of(fields)->columns - label_columns(fields) - 2;
    return of->rows > 1 && rows < 2 * of->rows && rows <= (int)of->max / width;
}

static void share(struct ask_fields *fields, int spare) {
    bool shared = true;
    while (shared) {
        shared = false;
        for (int i = 0; i < fields->form.count && spare; i++) {
            if (!grows(fields, i))
                continue;
            fields->field[i].rows++;
            spare--;
            shared = true;
        }
    }
}

static void shrink(struct ask_fields *fields, int lack) {
    for (; lack > 0; lack--) {
        struct form_field *tallest = fields->field;
        for (int i = 1; i < fields->form.count; i++)
            if (fields->field[i].rows > tallest->rows)
                tallest = &fields->field[i];
        tallest->rows -= tallest->rows > 1;
    }
}

void ask_fields_place(struct ask_fields *fields, int rows) {
    enum { USUAL_ROWS = 24 };
    int spare = rows - ask_fields_rows(fields);
    int taller = session_of(fields)->rows - USUAL_ROWS;
    for (int i = 0; i < fields->form.count; i++)
        fields->field[i].rows = rows_of(&fields->of[i]);
    shrink(fields, -spare);
    if (spare > 0 && taller > 0)
        share(fields, spare < taller ? spare : taller);
}

/* How a day is read, while it is typed. */
static void draw_day(const struct ask_fields *fields, struct surface *surface, int field, int row) {
    const struct ask *ask = fields->ask;
    const char *typed[ASK_FIELDS_MAX];
    enum style style = STYLE_NORMAL;
    struct date day;
    char text[ASK_DATE_MAX];
    if (type_of(fields, field) != FIELD_DAY ||
        !date_parse_typed(fields->field[field].edit.text, session_today(ask->session), &day))
        return;
    ask_fields_texts(fields, typed);
    if (ask->kind->print_day)
        style = ask->kind->print_day(ask, typed, day, text);
    else
        date_print_long(day, text);
    int column = label_columns(fields) + DATE_COLUMNS;
    surface_printf(surface, at(row, column, surface_columns(surface) - column), style, "= %s", text);
}

/* Behind the tenth they are chosen by letter. */
static void draw_choices(const struct ask_fields *fields, struct surface *surface, int row) {
    const struct vocabulary *choices = ask_fields_choices(fields, fields->form.current);
    int first = fields->of[fields->form.current].first;
    int right = surface_columns(surface) - 1;
    int column = label_columns(fields);
    for (int i = first; choices && i < choices->count; i++) {
        bool numbered = i - first < (int)sizeof choice_keys - 1;
        int width = utf8_columns(choices->term[i].label) + 2;
        if (column + width > right) {
            column = label_columns(fields);
            row++;
        }
        surface_printf(surface, at(row, column, width), STYLE_NORMAL, "%c %s",
                       numbered ? choice_keys[i - first] : ' ', choices->term[i].label);
        column += width + 2;
    }
}

int ask_fields_draw(const struct ask_fields *fields, struct surface *surface, int row) {
    struct span span = at(row, 0, surface_columns(surface) - 1);
    int rows = form_draw(&fields->form, surface, span, label_columns(fields));
    for (int i = 0; i < fields->form.count; i++) {
        draw_day(fields, surface, i, span.row);
        span.row += fields->field[i].rows;
    }
    draw_choices(fields, surface, row + rows + 1);
    return rows + rows_of_choices(fields);
}
