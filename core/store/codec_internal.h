/* What the two files of the codec share: the frame of events and records, and what they hold. */
#ifndef STORE_CODEC_INTERNAL_H
#define STORE_CODEC_INTERNAL_H

#include "base/buf.h"
#include "base/bytes.h"
#include "model/event.h"

/* Marks `in` as failed unless the condition holds. */
void codec_require(struct bytes *in, bool condition);

/* Reads a byte of flags; `in` fails when one of them is not among `known`. */
unsigned codec_take_flags(struct bytes *in, unsigned known);

void codec_put_event_id(struct buf *out, const struct event_id *id);
void codec_take_event_id(struct bytes *in, struct event_id *id);

/* Write and read the events that something replaces or stands on: none or one. */
void codec_put_heads(struct buf *out, const struct event_id *head);
void codec_take_heads(struct bytes *in, struct event_id *head);

/* Write and read what an event of change->kind brings. */
void codec_put_payload(struct buf *out, const struct change *change);
void codec_take_payload(struct bytes *in, struct change *change);

/* Write and read what a record of record->key.kind holds. */
void codec_put_content(struct buf *out, const struct record *record);
void codec_take_content(struct bytes *in, struct record *record);

#endif
