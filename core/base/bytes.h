/* Reading fixed-width big-endian bytes that may be short or wrong. Failure is sticky: after the first read
 * past the end every read gives zeros and `failed` stays true, so a decoder checks once, at its end. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
    const uint8_t *at;
    size_t left;
    bool failed;
};

struct bytes bytes_from(const void *data, size_t length); /* borrows `data` */

uint8_t bytes_u8(struct bytes *bytes);
uint16_t bytes_u16(struct bytes *bytes);
uint32_t bytes_u32(struct bytes *bytes);
uint64_t bytes_u64(struct bytes *bytes);

/* Copies `length` bytes to `out`; zeros when too few are left. */
void bytes_copy(struct bytes *bytes, void *out, size_t length);

/* A text with a 16-bit length before it, copied NUL-terminated to `out` of `size` bytes; fails when it is
 * longer than size - 1 or holds a NUL. buf_sized_text writes one. */
void bytes_sized_text(struct bytes *bytes, char *out, size_t size);

/* True when nothing failed and nothing is left. */
bool bytes_done(const struct bytes *bytes);

#endif
