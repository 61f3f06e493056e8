/* One indicator in one quarter with all there is to know, for `lihat KODE`. */
#ifndef COMMAND_DETAIL_H
#define COMMAND_DETAIL_H

#include "command/context.h"

/* Reads and prints the indicator in the asked quarter. */
bool detail_print(struct context *context, const struct indicator *indicator, struct err *err);

/* Reads and prints the values that stand under a code which is not in the catalogue of the asked quarter. ERR_NOT_FOUND
 * when nothing stands under it that the person may read. */
bool orphan_print(struct context *context, const char *code, struct err *err);

#endif
