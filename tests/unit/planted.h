/* Records put into the desk's store behind its back, and what the door hands out of them, as lines. */
#ifndef UNIT_PLANTED_H
#define UNIT_PLANTED_H

#include "office/office.h"

/* Returns a record of this kind with a head of its own, as number 1 where the kind is numbered. */
struct record planted_record(enum record_kind kind, const char *code, struct quarter quarter);

void plant_record(enum record_kind kind, const char *code, struct quarter quarter);
void plant_step(const char *unit, struct quarter quarter, enum stage stage);

/* Returns a recommendation of a year that this bidang follows up. */
struct record planted_advice(int year, const char *unit);
void plant_advice(int year, const char *unit);

/* "realisasi K-LAPORAN 2025-TW1\nbukti K-LAPORAN 2025-TW1 2\n": appends a line for each record, kind by kind. */
void planted_print(const struct reading *reading, struct buf *out);

/* Reads the scope and expects these lines. */
void planted_expect(struct office *office, struct scope scope, const char *lines);

#endif
