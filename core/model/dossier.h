/* What one quarter takes over from those before it: documents that are still valid, and recommendations that are not
 * done (core/DOMAIN.md, The year, 6 and 7). Pure. */
#ifndef MODEL_DOSSIER_H
#define MODEL_DOSSIER_H

#include "model/records.h"

/* Returns the document that `key` carries on when it is marked "masih berlaku": the latest of the eight quarters before
 * it that is present in its own right; an empty record when there is none. */
struct record dossier_carried(const struct records *records, const struct record_key *key);

/* Returns the document under `key` as it counts in that quarter. Its mark, with head and author, is the quarter's own;
 * where it says "masih berlaku", date, place and file are those of the document that is carried on. */
struct record dossier_standing(const struct records *records, const struct record_key *key);

/* Returns how a document stands: "ada", "masih berlaku", "belum". The text is static. */
const char *dossier_word(const struct dossier *dossier);

/* Says whether a recommendation is carried into that quarter: it was made in it or before, and is not done. */
bool recommendation_open(const struct record *record, struct quarter quarter);

#endif
