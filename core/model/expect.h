/* What is expected of a person about a bidang's quarter, or for whom it waits, in words for every screen.
 * Pure. */
#ifndef MODEL_EXPECT_H
#define MODEL_EXPECT_H

#include "model/row.h"

/* Where a bidang's quarter stands. Zero-initialise, then add its rows. */
struct standing {
    bool any;
    enum stage stage; /* the earliest at which a row stands */
    int blank;        /* rows that wait for a value */
    int returned;     /* rows sent back alone */
    int unjudged;     /* filled rows without a verdict that holds */
    int unanswered;   /* corrected rows that the bidang has not answered */
    int mended;       /* of those sent back: their value or evidence changed since */
    int lacking;      /* filled rows whose required evidence is still missing, where that is in the way */
    int verdicts;     /* rows with a verdict that holds */
};
void standing_add(struct standing *standing, const struct row *row, const struct rules *rules);

/* "isi 3 indikator lagi (Enter)" and true when it is the person's turn; "menunggu verifikator (Anggota Tim
 * SAKIP) memeriksa 3 indikator" and false when not. Empty and false where there is nothing to wait for. */
bool expected_print(const struct config *config, const struct person *person, const struct unit *unit,
                    const struct standing *standing, char out[ERR_TEXT_MAX]);

#endif
