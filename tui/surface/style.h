/* Styles are named by meaning: a screen says STYLE_OVERDUE, never a colour. Colour never carries meaning alone; beside
 * it there is always a letter or a word. Without colours (NO_COLOR, a terminal that has none) the weight remains. */
#ifndef SURFACE_STYLE_H
#define SURFACE_STYLE_H

#include "base/closed_set.h"

enum style_weight { WEIGHT_PLAIN, WEIGHT_BOLD };
enum style_colour { COLOUR_NONE, COLOUR_RED };

/* Each row has the weight and the colour. A change of either costs the line ten bytes and more, so that few styles have
 * any. */
#define STYLES(X)                                                                                            \
    X(STYLE_NORMAL, WEIGHT_PLAIN, COLOUR_NONE)                                                               \
    X(STYLE_TITLE, WEIGHT_BOLD, COLOUR_NONE)                                                                 \
    X(STYLE_WARNING, WEIGHT_PLAIN, COLOUR_NONE)                                                              \
    X(STYLE_ERROR, WEIGHT_PLAIN, COLOUR_RED)                                                                 \
    X(STYLE_OVERDUE, WEIGHT_PLAIN, COLOUR_RED)

enum style { STYLES(SET_ID) STYLE_COUNT };

#endif
