/* Labelled fields, one under another. Tab, Enter and Down go to the next, Shift-Tab and Up to the one before,
 * Ctrl-S keeps (as does Enter in the last), Esc and Ctrl-G give up. */
#ifndef WIDGET_FORM_H
#define WIDGET_FORM_H

#include "widget/line_edit.h"

struct form_field {
    const char *name;  /* in the draft file */
    const char *label; /* on screen */
    const char *hint;  /* shown while the field is empty; NULL: none */
    int rows;          /* on screen, over which the text wraps and scrolls; 0: not shown, passed over */
    struct line_edit edit;
};

struct form {
    struct form_field *field; /* borrowed */
    int count;
    int current;
};

enum form_result {
    FORM_PASS,  /* not a key for the form */
    FORM_TAKEN, /* text changed or the field did */
    FORM_KEEP,
    FORM_CANCEL
};

/* Whether a key leaves the current field: Enter, Tab, Shift-Tab, Up, Down. At the end of the form too. */
bool form_key_leaves(const struct key *key);

enum form_result form_key(struct form *form, const struct key *key);

/* From the span's row down, labels in `label_width` columns; the hardware cursor goes into the current field.
 * Returns the rows used. */
int form_draw(const struct form *form, struct surface *surface, struct span span, int label_width);

#endif
