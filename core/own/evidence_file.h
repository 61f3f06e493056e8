/* The files that evidence refers to: they stay where they are, what is kept is their size and digest. */
#ifndef OWN_EVIDENCE_FILE_H
#define OWN_EVIDENCE_FILE_H

#include "model/record.h"

/* Takes size and digest when `place` names a file: evidence->file is then true and `place` its absolute path; words are
 * left as they are. What begins with / ~/ ./ or ../ is always a path, and ERR_NOT_FOUND when it leads to no file; anything
 * else is one when there is a file of that name ("laporan.pdf"), otherwise words. */
bool evidence_take_file(struct evidence *evidence, struct err *err);

/* Whether a file is still what it was: "", UTUH, BERUBAH, HILANG. One that cannot be read counts as missing. */
enum file_state { FILE_NONE, FILE_INTACT, FILE_CHANGED, FILE_MISSING };
enum file_state evidence_verify(const struct evidence *evidence);
const char *file_state_word(enum file_state state);

#endif
