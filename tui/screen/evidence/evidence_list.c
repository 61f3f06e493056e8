#include "screen/evidence/evidence_list.h"
#include <stdio.h>
#include <string.h>

void evidence_list_load(struct evidence_list *list, const struct records *records,
                        const struct indicator *indicator, struct quarter quarter) {
    attachments_release(&list->attached);
    list->indicator = indicator;
    list->quarter = quarter;
    attachments_of(records, indicator->code, quarter, &list->attached);
}

void evidence_list_release(struct evidence_list *list) {
    attachments_release(&list->attached);
}

bool evidence_list_has(const struct evidence_list *list, const struct uuid *document) {
    for (int i = 0; i < list->attached.count; i++)
        if (memcmp(&list->attached.record[i].evidence.document, document, sizeof *document) == 0)
            return true;
    return false;
}

const struct requirement *evidence_list_slot(const struct evidence_list *list,
                                             const struct evidence *evidence) {
    const struct indicator *indicator = list->indicator;
    const struct requirement *of_kind = NULL;
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        if (!requirement->due[list->quarter.number - 1])
            continue;
        if (requirement_filled(requirement, list->quarter.number, evidence->title))
            return requirement;
        if (!of_kind && requirement->kind == evidence->kind &&
            !attachments_find(&list->attached, requirement))
            of_kind = requirement;
    }
    return of_kind;
}

bool evidence_attach(struct session *session, const struct evidence_list *list,
                     const struct evidence *evidence, const struct requirement *slot) {
    struct outcome outcome;
    struct request request = session_request_on(session, EVENT_EVIDENCE_SET, list->indicator);
    request.change.evidence = *evidence;
    if (slot)
        snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", slot->title);
    attachments_fulfil(&list->attached, &request.change);
    if (!session_change(session, &request, &outcome, NULL))
        return false;
    session->last = *evidence;
    return true;
}
