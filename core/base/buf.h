/* A growing byte buffer. Always NUL-terminated behind `length`, so that `data` reads as a text once anything
 * was put. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* Zero-initialised is empty and ready; `data` is NULL until something is put. */
struct buf {
    char *data;
    size_t length;
    size_t capacity;
};

void buf_release(struct buf *buf);
void buf_clear(struct buf *buf); /* empties, keeps the memory */

void buf_put(struct buf *buf, const void *bytes, size_t length);
void buf_text(struct buf *buf, const char *text);
void buf_byte(struct buf *buf, uint8_t byte);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Fixed-width big-endian numbers, the encoding of everything in the store. */
void buf_u16(struct buf *buf, uint16_t value);
void buf_u32(struct buf *buf, uint32_t value);
void buf_u64(struct buf *buf, uint64_t value);

/* A 16-bit length and the text's bytes (at most 65535); bytes_sized_text reads it. */
void buf_sized_text(struct buf *buf, const char *text);

/* The text so far, "" when empty; borrowed until the next call on `buf`. */
const char *buf_string(const struct buf *buf);

#endif
