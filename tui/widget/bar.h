/* The lines that every screen shares: the title on top; a rule, the message and the keys at the bottom. */
#ifndef WIDGET_BAR_H
#define WIDGET_BAR_H

#include "surface/surface.h"
#include "widget/action.h"

enum { BAR_TOP_ROWS = 1, BAR_BOTTOM_ROWS = 3 };

/* Draws where one is, behind a mark ("LATIHAN"; "": none), and at the right whether everything is saved. */
void bar_title(struct surface *surface, const char *mark, const char *title, const char *right);
/* Draws a message in its row. One that is too long takes the rule's row too; one that is too long for both is shown
 * without its middle ('~'), because what to do often stands at its end. */
void bar_message(struct surface *surface, enum style style, const char *message);
/* Returns what an action is called here, or NULL, which leaves it out. */
typedef const char *bar_label_fn(const void *context, enum action action);
/* Draws as many bindings as fit, in the table's order; the lightest are left out first. */
void bar_keys(struct surface *surface, const struct binding *bindings, size_t count, bar_label_fn *label,
              const void *context);

#endif
