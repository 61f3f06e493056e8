#include "screen/ask/path_field.h"
#include "widget/path_edit.h"
#include <string.h>

bool path_field_complete(struct line_edit *edit, struct session *session, bool fresh, bool *typed) {
    char names[PATH_NAMES_MAX];
    if (!edit->length || path_is_file(edit))
        return false;
    int count = path_complete(edit, names);
    bool path = strchr("/~.", edit->text[0]);
    *typed = true;
    if ((count == 1 && path_is_file(edit)) || (count == 0 && fresh))
        return false;
    if (count == 0 && path)
        session_say(session, STYLE_ERROR, "Tidak ada berkas yang namanya dimulai seperti itu");
    if (count > 1)
        session_say(session, STYLE_NORMAL, "%d pilihan: %s", count, names);
    return count > 0 || path;
}
