#include "command/attach.h"
#include "own/evidence_file.h"
#include "view/attachments.h"
#include <stdio.h>

static bool put(char *out, size_t size, const char *text, const char *label, struct err *err) {
    int length = snprintf(out, size, "%s", text ? text : "");
    return (size_t)length < size ||
           err_set(err, ERR_INVALID, "%s terlalu panjang: %d byte, paling banyak %zu; pendekkan", label,
                   length, size - 1);
}

static bool read_kind(const char *text, enum evidence_kind *kind, struct err *err) {
    char known[ERR_TEXT_MAX];
    int found = vocabulary_find(&evidence_kind_words, text);
    *kind = (enum evidence_kind)found;
    vocabulary_list(&evidence_kind_words, known, sizeof known);
    return found >= 0 || err_set(err, ERR_INVALID, "jenis bukti \"%s\" tidak dikenal; pilih %s", text, known);
}

static bool read_date(const struct office *office, const char *text, struct date *date, struct err *err) {
    if (!text || *text == '\0')
        return true;
    return date_parse_typed(text, office_facts(office).asker.today, date) ||
           err_set(err, ERR_INVALID, "tanggal \"%s\" tidak sah. Contoh: 28-9-2025", text);
}

static bool read_when(const struct office *office, const struct attachment *attachment,
                      struct evidence *evidence, struct err *err) {
    const char *promised = attachment->promised;
    if (promised && (attachment->date || attachment->place))
        return err_set(err, ERR_USAGE, "bukti menyusul belum punya tanggal dan lokasi; hapus salah satunya");
    evidence->promised = promised != NULL;
    return read_date(office, promised ? promised : attachment->date, &evidence->date, err);
}

/* What is attached there already may have been promised under its title. */
static bool fulfil(struct office *office, struct change *change, struct err *err) {
    const struct record_key *key = &change->key;
    const struct scope scope = {.code = key->code,
                                .first_year = key->quarter.year,
                                .last_year = key->quarter.year,
                                .kinds = 1u << RECORD_EVIDENCE};
    struct reading reading;
    struct attachments attachments;
    bool read = office_read(office, &scope, &reading, err);
    attachments_of(&reading.records, key->code, key->quarter, &attachments);
    attachments_fulfil(&attachments, change);
    attachments_release(&attachments);
    reading_release(&reading);
    return read;
}

bool attachment_add(struct office *office, const struct attachment *attachment, struct record *added,
                    struct err *err) {
    const struct record_key key =
        record_key(RECORD_EVIDENCE, attachment->indicator->code, attachment->quarter);
    struct request request = request_new(EVENT_EVIDENCE_SET, &key, office_facts(office).now);
    struct evidence *evidence = &request.change.evidence;
    struct outcome outcome;
    if (!read_kind(attachment->kind, &evidence->kind, err) || !read_when(office, attachment, evidence, err) ||
        !put(evidence->title, sizeof evidence->title, attachment->title, "judul", err) ||
        !put(evidence->number, sizeof evidence->number, attachment->number, "nomor", err) ||
        !put(evidence->place, sizeof evidence->place, attachment->place, "lokasi", err) ||
        !evidence_take_file(evidence, err) || !fulfil(office, &request.change, err) ||
        !office_change(office, &request, &outcome, err))
        return false;
    *added = outcome.record;
    return true;
}
