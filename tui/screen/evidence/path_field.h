/* A field that takes the path of a file, or words. */
#ifndef SCREEN_EVIDENCE_PATH_FIELD_H
#define SCREEN_EVIDENCE_PATH_FIELD_H

#include "screen/session.h"
#include "widget/line_edit.h"

/* Tab in it: completes what is typed, and says what there is to choose from. True when it had something to
 * complete and the cursor stays; *typed becomes true when the text may have changed. `fresh`: what is to be
 * written need not be there yet. */
bool path_field_complete(struct line_edit *edit, struct session *session, bool fresh, bool *typed);

#endif
