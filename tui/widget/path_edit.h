/* Completes a path that is being typed, as shells do. "~/" stands for $HOME. */
#ifndef WIDGET_PATH_EDIT_H
#define WIDGET_PATH_EDIT_H

#include "base/buf.h"
#include "widget/line_edit.h"

enum { PATH_NAMES_MAX = 256 };

/* Extends the text to what all names that begin so have in common; a directory alone gets its '/', and "~/" stays as
 * typed. Returns how many names there are, and prints them into `names` ("laporan.pdf  lampiran/", cut with '~'). */
int path_complete(struct line_edit *edit, char names[PATH_NAMES_MAX]);

/* Appends the path of the file that a text means when it shall be written: "~" is $HOME, a folder means the file
 * `usual` in it, and a name without any ending gets `ending` ("pdf"). */
void path_settle(const char *text, const char *usual, const char *ending, struct buf *path);

/* Says whether the text names a regular file. */
bool path_is_file(const struct line_edit *edit);

#endif
