#include "screen/evidence/evidence_fields.h"
#include "base/text.h"
#include "screen/evidence/path_field.h"
#include <stdio.h>
#include <string.h>

enum { LABEL_COLUMNS = 12, DATE_MAX = 20, DATE_COLUMNS = 14 };

static const struct form_field blank_fields[FIELDS] = {
    {.name = "tempat",
     .label = "Tempat",
     .rows = 2,
     .hint = "berkas; atau kata-kata: lemari 3 map 7; atau: menyusul"},
    {.name = "tanggal", .label = "Tanggal", .rows = 1, .hint = "28 atau 28-9; H = hari ini"},
    {.name = "nomor", .label = "Nomor", .rows = 1, .hint = "nomor surat, boleh kosong"},
    {.name = "judul", .label = "Judul", .rows = 2},
    {.name = "jenis", .label = "Jenis", .rows = 1, .hint = "satu angka, 1 sampai 8"},
};

static void put(struct evidence_fields *fields, int field, const char *text) {
    static const size_t sizes[FIELDS] = {PLACE_MAX, DATE_MAX, NUMBER_MAX, TITLE_MAX, TITLE_MAX};
    line_edit_set(&fields->field[field].edit, sizes[field], text);
}

static void put_kind(struct evidence_fields *fields, int kind) {
    fields->kind = kind;
    put(fields, FIELD_KIND, kind < EVIDENCE_KIND_COUNT ? evidence_kind_words.term[kind].label : "");
}

static void put_date(struct evidence_fields *fields, struct date date) {
    char text[CLOCK_TEXT_MAX];
    date_print_short(date, text);
    put(fields, FIELD_DATE, text);
}

void evidence_fields_init(struct evidence_fields *fields, struct session *session) {
    *fields = (struct evidence_fields){.session = session};
    memcpy(fields->field, blank_fields, sizeof fields->field);
    fields->form = (struct form){.field = fields->field, .count = FIELDS};
    for (int i = 0; i < FIELDS; i++)
        put(fields, i, "");
    fields->kind = EVIDENCE_KIND_COUNT;
}

/* Where something is still to come, place and date wait for it to be there. */
void evidence_fields_put(struct evidence_fields *fields, const struct evidence *evidence) {
    fields->evidence = *evidence;
    fields->typed = false;
    put(fields, FIELD_PLACE, evidence->place);
    put_date(fields, evidence->promised ? (struct date){0} : evidence->date);
    put(fields, FIELD_NUMBER, evidence->number);
    put(fields, FIELD_TITLE, evidence->title);
    put_kind(fields, (int)evidence->kind);
}

void evidence_fields_put_slot(struct evidence_fields *fields, const struct requirement *slot) {
    put(fields, FIELD_TITLE, slot->title);
    put_kind(fields, (int)slot->kind);
}

/* --- reading --- */

/* What stands in a field, without white space around it. */
static void copy(const struct evidence_fields *fields, int field, char *out, size_t size) {
    size_t length = fields->field[field].edit.length;
    const char *text = text_trim(fields->field[field].edit.text, &length);
    snprintf(out, size, "%.*s", length < size ? (int)length : (int)size - 1, text);
}

static bool blank(const struct evidence_fields *fields, int field) {
    char text[LINE_EDIT_MAX + 1];
    copy(fields, field, text, sizeof text);
    return !*text;
}

bool evidence_fields_complete(const struct evidence_fields *fields) {
    return !blank(fields, FIELD_PLACE) && !blank(fields, FIELD_DATE) && !blank(fields, FIELD_TITLE) &&
           fields->kind != EVIDENCE_KIND_COUNT;
}

bool evidence_fields_promised(const struct evidence_fields *fields) {
    char place[sizeof fields->evidence.place];
    copy(fields, FIELD_PLACE, place, sizeof place);
    return text_compare_folded(place, "menyusul") == 0 || (!*place && fields->evidence.promised);
}

static bool take_promise(struct evidence_fields *fields) {
    struct evidence *evidence = &fields->evidence;
    evidence->promised = true;
    evidence->file = false;
    evidence->size = 0;
    evidence->digest = (struct digest){0};
    evidence->place[0] = '\0';
    return true;
}

static bool take_place(struct evidence_fields *fields, bool again) {
    struct evidence read = fields->evidence;
    struct err err = {0};
    char size[SIZE_TEXT_MAX];
    if (evidence_fields_promised(fields))
        return take_promise(fields);
    copy(fields, FIELD_PLACE, read.place, sizeof read.place);
    if (!again && strcmp(read.place, fields->evidence.place) == 0)
        return true;
    read.promised = false;
    if (!evidence_take_file(&read, &err)) {
        if (err.kind == ERR_NOT_FOUND)
            err_set(&err, ERR_NOT_FOUND, "Tidak ada berkas di situ. Periksa jalurnya; Tab melengkapinya");
        session_fail(fields->session, &err);
        return false;
    }
    fields->evidence = read;
    put(fields, FIELD_PLACE, read.place);
    size_print(read.size, size);
    if (read.file)
        session_say(fields->session, STYLE_NORMAL, "Berkas ditemukan, %s", size);
    return true;
}

static bool take_date(struct evidence_fields *fields) {
    struct session *session = fields->session;
    struct date date = {0};
    char text[DATE_MAX + 1];
    copy(fields, FIELD_DATE, text, sizeof text);
    if (*text && !date_parse_typed(text, office_today(session->office), &date)) {
        session_say(session, STYLE_ERROR, "\"%s\" bukan tanggal. Contoh: 28 atau 28-9 atau 28-9-%d", text,
                    session->quarter.year);
        return false;
    }
    fields->evidence.date = date;
    put_date(fields, date);
    return true;
}

static bool take_title(struct evidence_fields *fields) {
    copy(fields, FIELD_TITLE, fields->evidence.title, sizeof fields->evidence.title);
    if (*fields->evidence.title)
        return true;
    session_say(fields->session, STYLE_ERROR, "Judul bukti masih kosong; isi judulnya");
    return false;
}

static bool take_kind(struct evidence_fields *fields) {
    if (fields->kind == EVIDENCE_KIND_COUNT) {
        session_say(fields->session, STYLE_ERROR, "Jenis bukti belum dipilih: tekan satu angka, 1 sampai 8");
        return false;
    }
    fields->evidence.kind = (enum evidence_kind)fields->kind;
    return true;
}

bool evidence_fields_check(struct evidence_fields *fields, bool again) {
    if (fields->form.current == FIELD_PLACE)
        return take_place(fields, again && !blank(fields, FIELD_PLACE));
    return fields->form.current != FIELD_DATE || take_date(fields);
}

static bool take(struct evidence_fields *fields, int field) {
    switch (field) {
    case FIELD_PLACE:
        return take_place(fields, false);
    case FIELD_DATE:
        return take_date(fields);
    case FIELD_NUMBER:
        return copy(fields, FIELD_NUMBER, fields->evidence.number, sizeof fields->evidence.number), true;
    case FIELD_TITLE:
        return take_title(fields);
    default:
        return take_kind(fields);
    }
}

bool evidence_fields_take(struct evidence_fields *fields) {
    for (int i = 0; i < FIELDS; i++) {
        if (take(fields, i))
            continue;
        fields->form.current = i;
        return false;
    }
    return true;
}

/* --- typing --- */

bool evidence_fields_complete_path(struct evidence_fields *fields) {
    return path_field_complete(&fields->field[FIELD_PLACE].edit, fields->session, false, &fields->typed);
}

void evidence_fields_pick_kind(struct evidence_fields *fields, const struct key *key) {
    if (key->pasted && key->code != KEY_TEXT)
        return; /* the end of a pasted line */
    bool digit = key->code == KEY_TEXT && key->point >= '1' && key->point < '1' + EVIDENCE_KIND_COUNT;
    fields->typed = true;
    put_kind(fields, digit ? (int)(key->point - '1') : EVIDENCE_KIND_COUNT);
}

/* --- drafts --- */

void evidence_fields_draft(const struct evidence_fields *fields, struct draft *draft) {
    for (draft->count = 0; draft->count < FIELDS; draft->count++) {
        const struct form_field *from = &fields->field[draft->count];
        struct draft_field *to = &draft->field[draft->count];
        snprintf(to->name, sizeof to->name, "%s", from->name);
        snprintf(to->text, sizeof to->text, "%s", from->edit.text);
    }
}

void evidence_fields_restore(struct evidence_fields *fields, const struct draft *draft) {
    for (int i = 0; i < draft->count && i < FIELDS; i++)
        put(fields, i, draft->field[i].text);
    for (int i = 0; i < EVIDENCE_KIND_COUNT; i++)
        if (strcmp(evidence_kind_words.term[i].label, fields->field[FIELD_KIND].edit.text) == 0)
            fields->kind = i;
    fields->typed = true;
}

/* --- drawing --- */

/* How the date is read, while it is typed. */
static void draw_date(const struct evidence_fields *fields, struct surface *surface, int row) {
    const struct session *session = fields->session;
    struct evidence evidence = {0};
    char text[CLOCK_TEXT_MAX];
    if (!date_parse_typed(fields->field[FIELD_DATE].edit.text, office_today(session->office), &evidence.date))
        return;
    date_print_long(evidence.date, text);
    evidence.promised = evidence_fields_promised(fields);
    bool outside = warning_evidence(&evidence, session->quarter);
    const char *period = session->quarter.number == YEAR_PERIOD ? "tahun" : "triwulan";
    surface_printf(surface, at(row, LABEL_COLUMNS + DATE_COLUMNS, 50), outside ? STYLE_WARNING : STYLE_NORMAL,
                   "= %s%s%s%s", evidence.promised ? "ditunggu " : "", text, outside ? " ! di luar " : "",
                   outside ? period : "");
}

static void draw_kinds(struct surface *surface, int row) {
    enum { HALF = EVIDENCE_KIND_COUNT / 2, COLUMNS = 28 };
    for (int i = 0; i < EVIDENCE_KIND_COUNT; i++)
        surface_printf(surface, at(row + i % HALF, LABEL_COLUMNS + COLUMNS * (i / HALF), COLUMNS - 1),
                       STYLE_NORMAL, "%s %s", evidence_kind_words.term[i].help,
                       evidence_kind_words.term[i].label);
}

int evidence_fields_draw(const struct evidence_fields *fields, struct surface *surface, int row) {
    struct span span = at(row, 0, surface_columns(surface) - 1);
    int rows = form_draw(&fields->form, surface, span, LABEL_COLUMNS);
    draw_date(fields, surface, row + fields->field[FIELD_PLACE].rows);
    draw_kinds(surface, row + rows);
    return rows + EVIDENCE_KIND_COUNT / 2;
}
