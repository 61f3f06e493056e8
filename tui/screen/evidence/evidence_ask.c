#include "screen/evidence/evidence_ask.h"
#include "base/text.h"
#include "model/warning.h"
#include "view/attachments.h"
#include <stdio.h>

/* The place says so, or does not say yet where what was promised is. */
static bool is_promised(const struct ask *ask, const char *const text[]) {
    const char *place = text[EVIDENCE_PLACE];
    return text_compare_folded(place, "menyusul") == 0 || (!*place && ask->seen.evidence.promised);
}

/* Where something is still to come, place and date wait for it to be there. */
static void fill(const struct ask *ask, char text[][LINE_EDIT_MAX + 1]) {
    ask_fill(ask, text);
    if (ask->seen.evidence.promised)
        text[EVIDENCE_DATE][0] = '\0';
}

static bool make(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err) {
    static const struct evidence nowhere;
    struct attachments attachments;
    if (!ask_take(ask, text, change, wrong, err))
        return false;
    change->evidence.promised = is_promised(ask, text);
    if (change->evidence.promised)
        change_place(change, &nowhere);
    attachments_of(&ask->reading.records, change->key.code, change->key.quarter, &attachments);
    attachments_fulfil(&attachments, change);
    attachments_release(&attachments);
    return true;
}

static void preview(const struct ask *ask, const char *const text[], char out[ASK_PREVIEW_MAX]) {
    if (ask->seen.evidence.promised && !*text[EVIDENCE_PLACE])
        snprintf(out, ASK_PREVIEW_MAX, "Masih menyusul. Sudah ada? Tulis tempat dan tanggalnya. Esc batal.");
}

static enum style print_day(const struct ask *ask, const char *const text[], struct date day,
                            char out[ASK_DATE_MAX]) {
    const struct evidence evidence = {.date = day, .promised = is_promised(ask, text)};
    const struct quarter quarter = ask->seen.key.quarter;
    bool outside = warning_evidence(&evidence, quarter);
    char words[CLOCK_TEXT_MAX];
    date_print_long(day, words);
    snprintf(out, ASK_DATE_MAX, "%s%s%s", evidence.promised ? "ditunggu " : "", words,
             !outside                        ? ""
             : quarter.number == YEAR_PERIOD ? " ! di luar tahun"
                                             : " ! di luar triwulan");
    return outside ? STYLE_WARNING : STYLE_NORMAL;
}

/* A title may be longer than the line: it comes last. */
static void kept(struct session *session, const struct record *record) {
    const struct evidence *evidence = &record->evidence;
    char warnings[128], size[SIZE_TEXT_MAX];
    warning_set found = warning_evidence(evidence, record->key.quarter);
    session->last = *evidence;
    warning_print(found, warnings, sizeof warnings);
    size_print(evidence->size, size);
    if (evidence->promised)
        session_say(session, STYLE_NORMAL, "Tersimpan, menyusul%s: \"%s\"",
                    evidence->allowed ? " dan diizinkan" : ". Minta atasan mengizinkannya (I)",
                    evidence->title);
    else if (found)
        session_say(session, STYLE_WARNING, "Tersimpan. Periksa: %s", warnings);
    else
        session_say(session, STYLE_NORMAL, "Tersimpan%s%s: \"%s\"", evidence->file ? ", berkas " : "",
                    evidence->file ? size : "", evidence->title);
}

static const char *const help[] = {
    "Tempat: jalur berkas, misalnya ~/Dokumen/laporan.pdf (Tab melengkapinya), atau",
    "kata-kata. Berkas tetap di tempatnya; ukuran dan sidik isinya dicatat.",
    "Belum ada? Tempat: menyusul, Tanggal: kapan ia ada. Atasan mengizinkannya.",
    NULL,
};

const struct ask_kind ask_evidence = {
    .name = "bukti",
    .heading = "TAMBAH BUKTI",
    .changing = "UBAH BUKTI",
    .event = EVENT_EVIDENCE_SET,
    .enough = 1u << EVIDENCE_PLACE | 1u << EVIDENCE_DATE | 1u << EVIDENCE_TITLE | 1u << EVIDENCE_KIND,
    .reads = 1u << RECORD_EVIDENCE,
    .help = help,
    .fill = fill,
    .make = make,
    .preview = preview,
    .print_day = print_day,
    .kept = kept,
    .compared = true,
};

struct screen *evidence_ask_new(struct session *session, const struct requirement *slot) {
    struct ask ask = {.session = session, .kind = &ask_evidence};
    const struct record_key key = record_key(RECORD_EVIDENCE, session->focus->code, session->quarter);
    record_init(&ask.seen, &key);
    struct screen *screen = ask_new(&ask);
    if (!slot)
        return screen;
    ask_begin(screen, EVIDENCE_TITLE, slot->title);
    ask_begin(screen, EVIDENCE_KIND, evidence_kind_words.term[slot->kind].word);
    return screen;
}

struct screen *evidence_ask_over(struct session *session, const struct record *record) {
    const struct ask ask = {.session = session, .kind = &ask_evidence, .seen = *record};
    return ask_new(&ask);
}
