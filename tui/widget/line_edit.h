/* One line of text that is being typed. It is bounded in bytes, and measured and shown in columns. */
#ifndef WIDGET_LINE_EDIT_H
#define WIDGET_LINE_EDIT_H

#include "surface/key.h"
#include "surface/surface.h"

enum { LINE_EDIT_MAX = 1000 };

/* Zero-initialise it, then begin with line_edit_set. */
struct line_edit {
    size_t max; /* bytes it may hold, at most LINE_EDIT_MAX */
    size_t length;
    size_t at; /* the byte offset of the cursor */
    char text[LINE_EDIT_MAX + 1];
};

/* Puts `text` in, cut to `max` bytes between characters, with the cursor behind it. */
void line_edit_set(struct line_edit *edit, size_t max, const char *text);

/* Takes characters, Backspace, Del, Left, Right, Home, End and Ctrl-U; returns false for any other key. A character
 * that does not fit, or that text_accept refuses, is swallowed. A pasted Enter or Tab is a blank, so that a paste stays
 * in the field. */
bool line_edit_key(struct line_edit *edit, const struct key *key);

/* Says whether a key is one that changes text. */
bool line_edit_key_changes(const struct key *key);

/* Shows the text in the span, scrolled sideways so that the cursor is in it, and puts the hardware cursor
 * there. */
void line_edit_draw(const struct line_edit *edit, struct surface *surface, struct span span,
                    enum style style);

#endif
