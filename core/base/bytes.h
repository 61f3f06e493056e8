/* Reads fixed-width big-endian numbers from bytes that may be too few or wrong. Failure is sticky: after the first read
 * past the end every number reads as zero and `failed` stays true, so that a decoder checks once, at its end. */
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

/* Returns a reader at the first of `length` bytes. It borrows `data`. */
struct bytes bytes_from(const void *data, size_t length);

/* Read a number of 1, 2, 4 or 8 bytes and go on behind it. */
uint8_t bytes_u8(struct bytes *bytes);
uint16_t bytes_u16(struct bytes *bytes);
uint32_t bytes_u32(struct bytes *bytes);
uint64_t bytes_u64(struct bytes *bytes);

/* Copies `length` bytes to `out`, or fills it with zeros when fewer are left. */
void bytes_copy(struct bytes *bytes, void *out, size_t length);

/* Reads a text that buf_sized_text wrote into `out` of `size` bytes, with a NUL behind it. It fails, and leaves "",
 * when the text is longer than size - 1 or has a NUL in it. */
void bytes_sized_text(struct bytes *bytes, char *out, size_t size);

/* Says whether no read failed and no byte is left. */
bool bytes_done(const struct bytes *bytes);

#endif
