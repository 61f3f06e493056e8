/* What is expected of a person about a bidang's quarter, or for whom it waits, in words for every screen. Pure. */
#ifndef MODEL_EXPECT_H
#define MODEL_EXPECT_H

#include "model/tally.h"

/* Prints "isi 3 indikator lagi (Enter)" and returns true when it is the person's turn; prints "menunggu verifikator
 * (Anggota Tim SAKIP) memeriksa 3 indikator" and returns false when it is not. Prints "" and returns false where there
 * is nothing to wait for. */
bool expected_print(const struct asker *asker, const struct unit *unit, const struct tally *tally,
                    char out[ERR_TEXT_MAX]);

#endif
