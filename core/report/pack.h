/* A whole report as bytes, for the process that prints it. Big-endian behind a versioned mark; no pointers,
 * no padding: the same report gives the same bytes. */
#ifndef REPORT_PACK_H
#define REPORT_PACK_H

#include "base/buf.h"
#include "base/err.h"
#include "report/report.h"

/* Appends; a text longer than 65535 bytes is cut at a character. */
void report_pack(const struct report *report, struct buf *out);

/* `report` is uninitialised and afterwards the caller's to release, all it holds (columns too) in its arena.
 * False, with nothing to release, for bytes that are no report of this version (ERR_UNSUPPORTED) or not as
 * report_pack writes them (ERR_CORRUPT): every count, index and text is checked, and what is taken of memory
 * stays in proportion to `length`. */
bool report_unpack(const void *data, size_t length, struct report *report, struct err *err);

#endif
