/* Records where nothing stands, for admit. */
#ifndef UNIT_NO_RECORDS_H
#define UNIT_NO_RECORDS_H

#include "model/records.h"

extern const struct records no_records;

#endif
