/* Records where nothing stands, for admit. */
#ifndef UNIT_NO_RECORDS_H
#define UNIT_NO_RECORDS_H

#include "model/records.h"

/* Nobody asks for them: a test copies them and sets `asker`. */
extern const struct records no_records;

#endif
