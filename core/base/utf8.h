/* UTF-8: decoding, and measuring text in columns. Nothing here depends on a terminal. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at `text` (`length` bytes left). Returns its size in bytes (1 to 4) and sets *point,
 * or 0 when the bytes are not strict UTF-8 (overlong, surrogate, above U+10FFFF, cut short) or `length` is 0.
 */
size_t utf8_decode(const char *text, size_t length, uint32_t *point);

/* Encodes `point` (a valid scalar value) into `out` (4 bytes at least); returns its size. */
size_t utf8_encode(uint32_t point, char *out);

/* Columns a character takes: 0 (combining), 1 or 2, independent of the locale. */
int utf8_point_columns(uint32_t point);

/* Columns of a NUL-terminated text; an undecodable byte counts 1. */
int utf8_columns(const char *text);

/* Copies `text` into `out` (`size` bytes) so that it fits `columns`; a text that does not fit ends in '~'.
 * Never cuts a character. Returns the columns used. */
int utf8_truncate(const char *text, int columns, char *out, size_t size);

/* Bytes of `text` that make its first line of at most `columns`: breaks at the last space that fits, inside a
 * word only when the word alone is wider, at a newline always. *skip: bytes of white space to leave out
 * before the next line. */
size_t utf8_wrap(const char *text, int columns, size_t *skip);

/* Byte offset of the character before / after `at` (for editing); stays in 0..length. */
size_t utf8_previous(const char *text, size_t at);
size_t utf8_next(const char *text, size_t at);

#endif
