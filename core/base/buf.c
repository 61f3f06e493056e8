#include "base/buf.h"
#include "base/memory.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buf *buf, size_t more) {
    if (more >= SIZE_MAX / 2 - buf->length)
        memory_exhausted();
    size_t needed = buf->length + more + 1;
    if (needed <= buf->capacity)
        return;
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    buf->data = memory_resize(buf->data, capacity, 1);
    buf->capacity = capacity;
}

void buf_release(struct buf *buf) {
    free(buf->data);
    *buf = (struct buf){0};
}

void buf_clear(struct buf *buf) {
    buf->length = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void buf_put(struct buf *buf, const void *bytes, size_t length) {
    reserve(buf, length);
    if (length)
        memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void buf_text(struct buf *buf, const char *text) {
    buf_put(buf, text, strlen(text));
}

void buf_byte(struct buf *buf, uint8_t byte) {
    buf_put(buf, &byte, 1);
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

void buf_vprintf(struct buf *buf, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    reserve(buf, 63);
    size_t room = buf->capacity - buf->length;
    int printed = vsnprintf(buf->data + buf->length, room, format, args);
    if (printed < 0)
        memory_exhausted();
    size_t length = (size_t)printed;
    if (length >= room) {
        reserve(buf, length);
        vsnprintf(buf->data + buf->length, length + 1, format, again);
    }
    va_end(again);
    buf->length += length;
}

static void put_big_endian(struct buf *buf, uint64_t value, size_t size) {
    uint8_t bytes[8];
    for (size_t i = size; i > 0; i--, value >>= 8)
        bytes[i - 1] = (uint8_t)value;
    buf_put(buf, bytes, size);
}

void buf_u16(struct buf *buf, uint16_t value) {
    put_big_endian(buf, value, sizeof value);
}

void buf_u32(struct buf *buf, uint32_t value) {
    put_big_endian(buf, value, sizeof value);
}

void buf_u64(struct buf *buf, uint64_t value) {
    put_big_endian(buf, value, sizeof value);
}

void buf_sized_text(struct buf *buf, const char *text) {
    size_t length = strlen(text);
    assert(length <= UINT16_MAX);
    buf_u16(buf, (uint16_t)length);
    buf_put(buf, text, length);
}

const char *buf_string(const struct buf *buf) {
    return buf->data ? buf->data : "";
}
