/* Bytes of the store, format 1: fixed big-endian, versioned, checksummed. Never native structs. Decoders
 * accept any bytes and never read past them. Kinds are kept as the numbers of their enums: new ones come
 * last. */
#ifndef STORE_CODEC_H
#define STORE_CODEC_H

#include "base/buf.h"
#include "base/bytes.h"
#include "model/event.h"

enum { CODEC_FORMAT = 1, CODEC_KEY_MAX = CODE_MAX + 1 + 3 + 4 };

/* Appends the event's encoding; its digest is digest_bytes over exactly these bytes. */
void event_encode(const struct event *event, struct buf *out);
bool event_decode(const void *data, size_t length, struct event *event);

/* Appends the record's value (not its key), ending in a checksum over key and value. */
void record_encode(const struct record *record, struct buf *out);
/* False on any damage: a wrong checksum, version, range, or length. */
bool record_decode(const struct record_key *key, const void *data, size_t length, struct record *record);

/* realisasi, catatan: code, 0, year (2 bytes), number (1); bukti: the same and its number (4). Ordered as
 * read. */
size_t record_key_encode(const struct record_key *key, uint8_t out[CODEC_KEY_MAX]);
bool record_key_decode(enum record_kind kind, const void *data, size_t length, struct record_key *key);

#endif
