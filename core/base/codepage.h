/* Tells which characters the bytes of a file are: UTF-8, or Windows-1252, which an older Excel and PDF write. */
#ifndef BASE_CODEPAGE_H
#define BASE_CODEPAGE_H

#include "base/buf.h"
#include <stdbool.h>
#include <stddef.h>

/* Says whether all `length` bytes are strict UTF-8. */
bool codepage_is_utf8(const char *text, size_t length);

/* Appends Windows-1252 bytes as UTF-8. The five bytes without a character become the C1 controls of their number, which
 * text_accept refuses. */
void codepage_put_1252(struct buf *out, const char *text, size_t length);

/* Returns the byte that Windows-1252 has for a character, 0 where it has none. */
uint8_t codepage_1252(uint32_t point);

#endif
