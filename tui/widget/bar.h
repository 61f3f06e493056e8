/* The lines every screen shares: title on top; rule, message and keys at the bottom. */
#ifndef WIDGET_BAR_H
#define WIDGET_BAR_H

#include "surface/surface.h"
#include "widget/action.h"

enum { BAR_TOP_ROWS = 1, BAR_BOTTOM_ROWS = 3 };

/* Where am I, behind a mark ("LATIHAN"; "" none), and at the right whether all is saved. */
void bar_title(struct surface *surface, const char *mark, const char *title, const char *right);
/* A message too long for its row takes the rule's too; one too long for both is shown without its middle
 * ('~'): what to do often stands at its end. */
void bar_message(struct surface *surface, enum style style, const char *message);
/* What an action is called here; NULL: it is left out. */
typedef const char *bar_label_fn(const void *context, enum action action);
/* As many bindings as fit, in the table's order; the lightest are left out first. */
void bar_keys(struct surface *surface, const struct binding *bindings, size_t count, bar_label_fn *label,
              const void *context);

#endif
