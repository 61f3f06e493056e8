/* A buf is a growing buffer of bytes. A NUL stands behind its `length` bytes, so that `data` can be read as a text once
 * anything was put. Running out of memory ends the program (base/memory.h). */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* A zero-initialised buf is empty and ready; its `data` is NULL until something is put. */
struct buf {
    char *data;
    size_t length;
    size_t capacity;
};

/* Frees the bytes; the buf is empty then and can be used again. */
void buf_release(struct buf *buf);
/* Empties the buf and keeps its memory for what is put next. */
void buf_clear(struct buf *buf);

/* Append bytes, a text without its NUL, one byte, or a text made by `format` as printf makes it. */
void buf_put(struct buf *buf, const void *bytes, size_t length);
void buf_text(struct buf *buf, const char *text);
void buf_byte(struct buf *buf, uint8_t byte);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *buf, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Append a number in 2, 4 or 8 bytes, big-endian, which is the encoding of every number in the store. */
void buf_u16(struct buf *buf, uint16_t value);
void buf_u32(struct buf *buf, uint32_t value);
void buf_u64(struct buf *buf, uint64_t value);

/* Appends the length of `text` in 16 bits (65535 bytes at most) and then its bytes; bytes_sized_text reads that. */
void buf_sized_text(struct buf *buf, const char *text);

/* Returns the text so far, "" when there is none; it is borrowed until the next call on `buf`. */
const char *buf_string(const struct buf *buf);

#endif
