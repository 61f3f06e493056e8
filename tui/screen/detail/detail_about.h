/* All there is to read about an indicator, as lines as wide as the terminal: what it is, its year quarter by
 * quarter, and as a whole where that is measured, with who typed when, how it is measured. */
#ifndef SCREEN_DETAIL_DETAIL_ABOUT_H
#define SCREEN_DETAIL_DETAIL_ABOUT_H

#include "base/arena.h"
#include "base/list.h"
#include "model/row.h"
#include "screen/session.h"

/* Initialise `line` with its size: of const char *, which live in the arena. */
struct about {
    struct list line;
    struct arena arena;
};

/* Makes the lines anew, about session->focus: `year` are its rows of session->quarter's year, made of these records. */
void about_make(struct about *about, const struct session *session, const struct records *records,
                const struct row year[PERIODS]);
void about_release(struct about *about);

#endif
