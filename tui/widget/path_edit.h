/* Completing a path that is being typed, as shells do. */
#ifndef WIDGET_PATH_EDIT_H
#define WIDGET_PATH_EDIT_H

#include "base/buf.h"
#include "widget/line_edit.h"

enum { PATH_NAMES_MAX = 256 };

/* Extends the text to what all names that begin so have in common; a directory alone gets its '/'. Returns
 * how many there are, and their names in `names` ("laporan.pdf  lampiran/", cut with '~'). "~/" stands for
 * $HOME and stays as typed. */
int path_complete(struct line_edit *edit, char names[PATH_NAMES_MAX]);

/* Appends the path of the file a text means, when it shall be written: "~" is $HOME, a folder means the
 * `usual` name in it, a name without any ending gets that one ("pdf"). */
void path_settle(const char *text, const char *usual, const char *ending, struct buf *path);

/* Whether the text names a regular file. */
bool path_is_file(const struct line_edit *edit);

#endif
