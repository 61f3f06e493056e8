/* Says where a document may be put that the program writes for the person: anywhere but into the data directory. */
#ifndef OWN_OUTPUT_H
#define OWN_OUTPUT_H

#include "base/err.h"
#include <stdbool.h>

/* Says whether a document may be put at `path`. ERR_DENIED when that is the data directory `directory`, lies below it,
 * or is another name of one of the store's files, by whatever spelling: through "..", a link to a folder or to a file,
 * a hard link, a mounted folder, or capitals where the filesystem knows none. It asks the disk for what is behind a
 * name (device and inode) and compares no text. A data directory, a folder or a file that is not there is no reason to
 * refuse. */
bool output_allowed(const char *directory, const char *path, struct err *err);

#endif
