/* What one quarter takes over from those before it: documents that are still valid, and recommendations that
 * are not done (DOMAIN.md, The year, 6 and 7). Pure. */
#ifndef MODEL_DOSSIER_H
#define MODEL_DOSSIER_H

#include "model/records.h"

/* The document that `key` carries on when it is marked "masih berlaku": the latest of the eight quarters
 * before it that is present in its own right; head.sequence 0 when there is none. False only on failure. */
bool dossier_carried(const struct records *records, const struct record_key *key, struct record *carried,
                     struct err *err);

/* Whether it is carried into that quarter: made in it or before, and not done. */
bool recommendation_open(const struct record *record, struct quarter quarter);

#endif
