/* The practice data: samples/isian.csv and samples/bukti.csv put into a throw-away store. */
#ifndef COMMAND_SAMPLES_H
#define COMMAND_SAMPLES_H

#include "command/context.h"

context_fill_fn samples_fill;

#endif
