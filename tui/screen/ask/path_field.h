/* A field that takes the path of a file, or words. */
#ifndef SCREEN_ASK_PATH_FIELD_H
#define SCREEN_ASK_PATH_FIELD_H

#include "screen/session.h"
#include "widget/line_edit.h"

/* Does what Tab does in it: completes what is typed, and says what there is to choose from. Returns true when it had
 * something to complete and the cursor stays; *typed becomes true when the text may have changed. `fresh`: what is to
 * be written need not be there yet. */
bool path_field_complete(struct line_edit *edit, struct session *session, bool fresh, bool *typed);

#endif
