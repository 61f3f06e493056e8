/* One indicator of a catalogue file, its splits and required documents. */
#ifndef EDGE_INDICATOR_LOAD_H
#define EDGE_INDICATOR_LOAD_H

#include "base/list.h"
#include "edge/yaml_reader.h"

/* The indicators so far, and where each has its code. */
struct indicator_list {
    struct list indicator; /* struct indicator */
    struct list place;     /* struct place */
};

/* Adds one to a struct indicator_list; the root is a struct config_part whose office is read. */
yaml_setter indicator_read;

#endif
