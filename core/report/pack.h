/* A whole report as bytes, for the process that prints it. Big-endian behind a versioned mark; no pointers,
 * no padding: the same report gives the same bytes. */
#ifndef REPORT_PACK_H
#define REPORT_PACK_H

#include "base/buf.h"
#include "base/err.h"
#include "report/report.h"

/* Appends the report's bytes; a text longer than 65535 bytes is cut at a character. */
void report_pack(const struct report *report, struct buf *out);

/* Makes the report again, which the caller releases; all it holds, columns too, is in its arena. Every count, index
 * and text is checked, and the memory taken stays in proportion to `length`. ERR_UNSUPPORTED for bytes that are no
 * report of this version, ERR_CORRUPT for what report_pack does not write; there is nothing to release then. */
bool report_unpack(const void *data, size_t length, struct report *report, struct err *err);

#endif
