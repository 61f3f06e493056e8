/* The bytes of the store, format 1: fixed big-endian, versioned, checksummed, and never native structs. Decoders accept
 * any bytes and never read past them. Kinds are kept as the numbers of their enums: new ones come last. */
#ifndef STORE_CODEC_H
#define STORE_CODEC_H

#include "base/buf.h"
#include "base/bytes.h"
#include "model/event.h"

enum { CODEC_FORMAT = 1, CODEC_KEY_MAX = CODE_MAX + 1 + 3 + 4 };

/* Appends the event's encoding; the event's digest is digest_bytes over exactly these bytes. */
void event_encode(const struct event *event, struct buf *out);

/* Reads an event. Returns false on any damage: a wrong checksum, version, range or length. */
bool event_decode(const void *data, size_t length, struct event *event);

/* Appends the record's value (not its key), which ends in a checksum over key and value. */
void record_encode(const struct record *record, struct buf *out);

/* Reads the record under `key`. Returns false on any damage, as above. Of the record's union only the member that the
 * key's kind uses is set; the bytes behind that member are undefined. */
bool record_decode(const struct record_key *key, const void *data, size_t length, struct record *record);

/* Does the same for bytes that record_decode found right before: their checksum is not computed again. */
bool record_decode_kept(const struct record_key *key, const void *data, size_t length, struct record *record);

/* Writes the key's bytes and returns how many there are: code, 0, year (2 bytes), quarter (1), and of a numbered kind
 * its number (4). Their order is the order in which records are read. */
size_t record_key_encode(const struct record_key *key, uint8_t out[CODEC_KEY_MAX]);

/* Reads a key. Returns false when no record could have it. */
bool record_key_decode(enum record_kind kind, const void *data, size_t length, struct record_key *key);

#endif
