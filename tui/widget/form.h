/* Labelled fields, one under another. Tab, Enter and Down go to the next field, Shift-Tab and Up to the one before;
 * Ctrl-S, and Enter in the last field, keep what is typed; Esc and Ctrl-G give up. */
#ifndef WIDGET_FORM_H
#define WIDGET_FORM_H

#include "widget/line_edit.h"

struct form_field {
    const char *name;  /* its name in the draft file */
    const char *label; /* its name on screen */
    const char *hint;  /* shown while the field is empty; NULL: there is none */
    int rows;          /* how many rows the text wraps and scrolls over; 0: it is hidden and passed over */
    struct line_edit edit;
};

struct form {
    struct form_field *field; /* borrowed */
    int count;
    int current;
};

enum form_result {
    FORM_PASS,  /* the key is none for the form */
    FORM_TAKEN, /* the form took the key */
    FORM_KEEP,
    FORM_CANCEL
};

/* Says whether a key leaves the current field, also at the end of the form: Enter, Tab, Shift-Tab, Up, Down. */
bool form_key_leaves(const struct key *key);

/* Hands a key to the form; tells what became of it. */
enum form_result form_key(struct form *form, const struct key *key);

/* Draws the form from the span's row down, with labels in `label_width` columns; the hardware cursor goes into the
 * current field. Returns the rows used. */
int form_draw(const struct form *form, struct surface *surface, struct span span, int label_width);

#endif
