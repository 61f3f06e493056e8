#include "own/draft.h"
#include "base/file.h"
#include "base/text.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The file, in lines; a record is its kind, code, quarter and number, a head its device and sequence, and the
 * last line the digest of those before it:
 *
 *   draf-triwulan 1
 *   layar isian
 *   rekaman 0 SUB-18 2025-TW3 0
 *   kepala 01993c3e-93a1-7c2f-8f0e-3d6a5b1c9e44 12
 *   isian nilai 3_
 *   sidik 9f86d081884c7d65...
 */
#define FIRST_LINE "draf-triwulan 1\n"
#define LAST_LINE "sidik %s\n"

enum { DRAFT_BYTES_MAX = 65536, LAST_LINE_LENGTH = sizeof "sidik \n" - 1 + DIGEST_HEX_MAX - 1 };

/* A login may hold what a file's name may not: all but ASCII letters and digits is written as %XX. */
static void put_path(struct buf *path, const char *directory, const char *login) {
    buf_printf(path, "%s/draf-", directory);
    for (const char *at = login; *at != '\0'; at++) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9');
        if (plain)
            buf_byte(path, (uint8_t)*at);
        else
            buf_printf(path, "%%%02X", (unsigned)(unsigned char)*at);
    }
}

static void last_line(const struct buf *lines, size_t length, char out[LAST_LINE_LENGTH + 1]) {
    char hex[DIGEST_HEX_MAX];
    const struct digest digest = digest_bytes(lines->data, length);
    digest_print(&digest, hex);
    snprintf(out, LAST_LINE_LENGTH + 1, LAST_LINE, hex);
}

/* ---- writing ---- */

static void put_draft(struct buf *out, const struct draft *draft) {
    char quarter[QUARTER_TEXT_MAX], device[UUID_TEXT_MAX], text[NOTE_MAX + 1];
    quarter_print(draft->key.quarter, quarter);
    uuid_print(&draft->head.device, device);
    buf_printf(out, FIRST_LINE "layar %s\n", draft->screen);
    buf_printf(out, "rekaman %d %s %s %" PRIu32 "\n", (int)draft->key.kind, draft->key.code, quarter,
               draft->key.number);
    buf_printf(out, "kepala %s %" PRIu64 "\n", device, draft->head.sequence);
    for (int i = 0; i < draft->count; i++) {
        text_printable(draft->field[i].text, text, sizeof text);
        buf_printf(out, "isian %s %s\n", draft->field[i].name, text);
    }
}

bool draft_save(const char *directory, const char *login, const struct draft *draft, struct err *err) {
    struct buf path = {0}, lines = {0};
    put_path(&path, directory, login);
    put_draft(&lines, draft);
    char last[LAST_LINE_LENGTH + 1];
    last_line(&lines, lines.length, last);
    buf_text(&lines, last);
    bool ok = file_replace(path.data, lines.data, lines.length, err) || err_prefix(err, "draf");
    buf_release(&lines);
    buf_release(&path);
    return ok;
}

/* ---- reading ---- */

static bool expect(const char **at, const char *text) {
    size_t length = strlen(text);
    if (strncmp(*at, text, length) != 0)
        return false;
    *at += length;
    return true;
}

/* What stands before `end`, if it fits. */
static bool take(const char **at, char end, char *out, size_t size) {
    const char *stop = strchr(*at, end);
    size_t length = stop ? (size_t)(stop - *at) : size;
    if (length >= size)
        return false;
    memcpy(out, *at, length);
    out[length] = '\0';
    *at = stop + 1;
    return true;
}

static bool take_number(const char **at, char end, uint64_t max, uint64_t *number) {
    char text[24], *rest;
    if (!take(at, end, text, sizeof text) || text[strspn(text, "0123456789")] != '\0')
        return false;
    *number = strtoull(text, &rest, 10);
    return rest != text && *number <= max;
}

static bool take_key(const char **at, struct record_key *key) {
    char quarter[QUARTER_TEXT_MAX];
    uint64_t kind, number;
    if (!expect(at, "rekaman ") || !take_number(at, ' ', RECORD_KIND_COUNT - 1, &kind) ||
        !take(at, ' ', key->code, sizeof key->code) || !take(at, ' ', quarter, sizeof quarter) ||
        !quarter_parse(quarter, &key->quarter) || !take_number(at, '\n', UINT32_MAX, &number))
        return false;
    key->kind = (enum record_kind)kind;
    key->number = (uint32_t)number;
    return true;
}

static bool take_head(const char **at, struct event_id *head) {
    char device[UUID_TEXT_MAX];
    return expect(at, "kepala ") && take(at, ' ', device, sizeof device) &&
           uuid_parse(device, &head->device) && take_number(at, '\n', UINT64_MAX, &head->sequence);
}

static bool take_fields(const char **at, struct draft *draft) {
    while (draft->count < DRAFT_FIELDS_MAX && expect(at, "isian ")) {
        struct draft_field *field = &draft->field[draft->count++];
        if (!take(at, ' ', field->name, sizeof field->name) ||
            !take(at, '\n', field->text, sizeof field->text))
            return false;
    }
    return **at == '\0';
}

/* Cuts off the last line when it is right. */
static bool check_last_line(struct buf *lines) {
    if (lines->length < LAST_LINE_LENGTH)
        return false;
    size_t length = lines->length - LAST_LINE_LENGTH;
    char last[LAST_LINE_LENGTH + 1];
    last_line(lines, length, last);
    bool right = memcmp(lines->data + length, last, LAST_LINE_LENGTH) == 0;
    lines->data[length] = '\0';
    return right;
}

static bool take_draft(struct buf *lines, struct draft *draft) {
    memset(draft, 0, sizeof *draft);
    if (!check_last_line(lines))
        return false;
    const char *at = lines->data;
    return expect(&at, FIRST_LINE "layar ") && take(&at, '\n', draft->screen, sizeof draft->screen) &&
           take_key(&at, &draft->key) && take_head(&at, &draft->head) && take_fields(&at, draft);
}

static bool set_aside(const char *path, struct err *err) {
    struct buf aside = {0};
    buf_printf(&aside, "%s.rusak", path);
    bool moved = rename(path, aside.data) == 0;
    buf_release(&aside);
    return err_set(err, ERR_CORRUPT, "draf \"%s\" rusak%s; ketik ulang isiannya", path,
                   moved ? ", disisihkan dengan akhiran .rusak" : "");
}

bool draft_load(const char *directory, const char *login, struct draft *draft, struct err *err) {
    struct buf path = {0}, lines = {0};
    put_path(&path, directory, login);
    bool read = file_read(path.data, DRAFT_BYTES_MAX, &lines, err);
    bool ok = read && take_draft(&lines, draft);
    bool damaged = read ? !ok : err->kind == ERR_INVALID;
    if (damaged)
        set_aside(path.data, err);
    else if (!read && err->kind == ERR_NOT_FOUND)
        err->kind = ERR_NONE;
    buf_release(&lines);
    buf_release(&path);
    return ok;
}

void draft_remove(const char *directory, const char *login) {
    struct buf path = {0};
    put_path(&path, directory, login);
    unlink(path.data);
    buf_release(&path);
}
