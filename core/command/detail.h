/* One indicator in one quarter with all there is to know, for `lihat KODE`. */
#ifndef COMMAND_DETAIL_H
#define COMMAND_DETAIL_H

#include "command/context.h"

/* A figure for people: "" blank, 0, "-", or "belum ditetapkan". The result is `out` or a constant. */
const char *figure_words(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);

/* Prints to stdout; false when its notes or evidence cannot be read. */
bool detail_print(struct context *context, const struct row *row, struct err *err);

#endif
