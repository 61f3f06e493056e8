#include "base/bytes.h"
#include <string.h>

struct bytes bytes_from(const void *data, size_t length) {
    return (struct bytes){.at = data, .left = length};
}

static const uint8_t *take(struct bytes *bytes, size_t length) {
    if (bytes->failed || length > bytes->left) {
        bytes->failed = true;
        return NULL;
    }
    const uint8_t *at = bytes->at;
    if (length)
        bytes->at += length;
    bytes->left -= length;
    return at;
}

static uint64_t take_big_endian(struct bytes *bytes, size_t size) {
    uint64_t value = 0;
    const uint8_t *at = take(bytes, size);
    for (size_t i = 0; at && i < size; i++)
        value = value << 8 | at[i];
    return value;
}

uint8_t bytes_u8(struct bytes *bytes) {
    return (uint8_t)take_big_endian(bytes, sizeof(uint8_t));
}

uint16_t bytes_u16(struct bytes *bytes) {
    return (uint16_t)take_big_endian(bytes, sizeof(uint16_t));
}

uint32_t bytes_u32(struct bytes *bytes) {
    return (uint32_t)take_big_endian(bytes, sizeof(uint32_t));
}

uint64_t bytes_u64(struct bytes *bytes) {
    return take_big_endian(bytes, sizeof(uint64_t));
}

void bytes_copy(struct bytes *bytes, void *out, size_t length) {
    if (!length)
        return;
    const uint8_t *at = take(bytes, length);
    if (at)
        memcpy(out, at, length);
    else
        memset(out, 0, length);
}

void bytes_sized_text(struct bytes *bytes, char *out, size_t size) {
    out[0] = '\0';
    size_t length = bytes_u16(bytes);
    const uint8_t *at = take(bytes, length);
    if (!at)
        return;
    if (length >= size || (length && memchr(at, '\0', length))) {
        bytes->failed = true;
        return;
    }
    if (length)
        memcpy(out, at, length);
    out[length] = '\0';
}

bool bytes_done(const struct bytes *bytes) {
    return !bytes->failed && !bytes->left;
}
