/* Decodes UTF-8 and measures text in columns. Nothing here depends on a terminal or a locale. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes the character at `text`, where `length` bytes are left: sets *point and returns its size in bytes, 1 to 4.
 * Returns 0 when `length` is 0 or the bytes are not strict UTF-8 (overlong, surrogate, above U+10FFFF, cut short). */
size_t utf8_decode(const char *text, size_t length, uint32_t *point);

/* Encodes `point`, which is a valid scalar value, into `out` of 4 bytes at least; returns its size in bytes. */
size_t utf8_encode(uint32_t point, char *out);

/* Returns how many columns a character takes: 0 (a combining mark), 1 or 2. */
int utf8_point_columns(uint32_t point);

/* Returns how many columns a text takes; a byte that cannot be decoded takes one. */
int utf8_columns(const char *text);

/* Returns how many columns the first `length` bytes of a text take. */
int utf8_columns_in(const char *text, size_t length);

/* Copies `text` into `out` of `size` bytes so that it fits `columns`; a text that does not fit ends in '~'. It never
 * cuts a character. Returns the columns used. */
int utf8_truncate(const char *text, int columns, char *out, size_t size);

/* Returns how many bytes of `text` make its first line of at most `columns`. A line breaks at the last space that fits,
 * inside a word only when the word alone is wider, and always at a newline. *skip is how many bytes of white space to
 * leave out before the next line. */
size_t utf8_wrap(const char *text, int columns, size_t *skip);

/* Return the byte offset of the character before `at`, and of the one behind it; they stay within the text. */
size_t utf8_previous(const char *text, size_t at);
size_t utf8_next(const char *text, size_t at);

#endif
