#include "view/attachments.h"
#include "base/memory.h"
#include <stdlib.h>

const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title) {
    for (int i = 0; i < indicator->requirement_count; i++)
        if (requirement_filled(&indicator->requirement[i], number, title))
            return &indicator->requirement[i];
    return NULL;
}

static bool take(void *data, const struct record *record) {
    struct attachments *attachments = data;
    size_t count = (size_t)attachments->count + 1;
    attachments->record = memory_resize(attachments->record, count, sizeof *attachments->record);
    attachments->record[attachments->count++] = *record;
    return true;
}

bool attachments_read(struct office *office, const struct indicator *indicator, struct quarter quarter,
                      struct attachments *attachments, struct err *err) {
    *attachments = (struct attachments){0};
    if (office_evidence(office, indicator, quarter, take, attachments, err))
        return true;
    attachments_release(attachments);
    return false;
}

void attachments_release(struct attachments *attachments) {
    free(attachments->record);
    *attachments = (struct attachments){0};
}

const struct record *attachments_find(const struct attachments *attachments,
                                      const struct requirement *requirement) {
    const struct record *found = NULL;
    for (int i = 0; i < attachments->count; i++) {
        const struct record *record = &attachments->record[i];
        if (requirement_filled(requirement, record->key.quarter.number, record->evidence.title) &&
            (!found || found->evidence.promised))
            found = record;
    }
    return found;
}
