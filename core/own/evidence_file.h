/* The files to which evidence refers. They stay where they are; their size and digest are kept. */
#ifndef OWN_EVIDENCE_FILE_H
#define OWN_EVIDENCE_FILE_H

#include "model/record.h"

/* Takes size and digest when `place` names a file: evidence->file is then true and `place` its absolute path. Words are
 * left as they are. What begins with / ~/ ./ or ../ is always a path, and ERR_NOT_FOUND when it leads to no file;
 * anything else is one when there is a file of that name ("laporan.pdf"), and otherwise words. */
bool evidence_take_file(struct evidence *evidence, struct err *err);

/* Says whether the file is still what it was: FILE_NONE where evidence has none; one that cannot be read is missing. */
enum file_state { FILE_NONE, FILE_INTACT, FILE_CHANGED, FILE_MISSING };
enum file_state evidence_verify(const struct evidence *evidence);
/* Returns the word for a state: "", UTUH, BERUBAH, HILANG. */
const char *file_state_word(enum file_state state);

#endif
