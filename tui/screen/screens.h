/* The screens, by what they are opened with. Each result is owned by the screen stack. */
#ifndef SCREEN_SCREENS_H
#define SCREEN_SCREENS_H

#include "screen/screen.h"

struct report;

struct screen *menu_new(struct session *session);

/* Lembar Isian of session->quarter and session->unit, at session->focus. */
struct screen *entry_grid_new(struct session *session);

/* Makes Periksa of the chosen bidang's session->quarter, or of that of the focus; NULL, with the message line set, when
 * there is neither. */
struct screen *review_new(struct session *session);

/* Makes the verification of session->quarter: of the chosen bidang, or first the list of them. NULL, with the message
 * line set, for who may not verify. */
struct screen *verify_open(struct session *session);
struct screen *verify_new(struct session *session, const struct unit *unit);

/* Makes Dasbor of session->quarter's year. NULL, with the message line set, for who may read nothing. */
struct screen *dashboard_new(struct session *session);

/* Makes Jadwal of session->quarter's year, of the chosen bidang or all. */
struct screen *calendar_new(struct session *session);

/* Makes Arahan, Rekomendasi or Monev of session->quarter, of the chosen bidang or all; or an arahan's thread on one
 * indicator alone (NULL: all). */
struct screen *records_new(struct session *session, enum record_kind kind, const struct indicator *indicator);

/* Makes Dok. E-SAKIP and Penyampaian of session->quarter's year. */
struct screen *dossiers_new(struct session *session);

/* Laporan: what is asked for; and one of them, to be read. */
struct screen *report_new(struct session *session);
struct screen *report_preview_new(struct session *session,
                                  const struct report *report); /* takes over the report */

/* All of these are about session->focus in session->quarter. */
struct screen *detail_new(struct session *session);
struct screen *evidence_new(struct session *session);
struct screen *history_new(struct session *session);

/* The bidang's documents of the quarter; and one of them, to be ticked onto its indicators. */
struct screen *evidence_documents_new(struct session *session);
struct screen *evidence_ticks_new(struct session *session, const struct record *document);

/* Makes Cari, which leaves with session->focus on what was found. */
struct screen *search_new(struct session *session);

/* Makes Konflik: both values side by side, mine as requested and theirs as it stands. It leaves with session->retype
 * true for Ketik baru and Esc (the text below is still open, over the new head), false once mine is saved or theirs
 * taken. */
struct screen *conflict_new(struct session *session, const struct request *mine, const struct record *theirs);

/* Makes Bantuan from the binding table of the screen it was called on. */
struct screen *help_new(struct session *session, const struct screen_ops *about);

#endif
