#include "screen/evidence/evidence_list.h"
#include <stdio.h>
#include <string.h>

bool evidence_list_load(struct evidence_list *list, struct office *office, const struct indicator *indicator,
                        struct quarter quarter, struct err *err) {
    attachments_release(&list->attached);
    list->indicator = indicator;
    list->quarter = quarter;
    return attachments_read(office, indicator, quarter, &list->attached, err);
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

bool evidence_list_filled(const struct evidence_list *list, const struct requirement *requirement) {
    return attachments_find(&list->attached, requirement);
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
        if (!of_kind && requirement->kind == evidence->kind && !evidence_list_filled(list, requirement))
            of_kind = requirement;
    }
    return of_kind;
}

bool evidence_attach(struct session *session, const struct evidence_list *list,
                     const struct evidence *evidence, const struct requirement *slot) {
    struct outcome outcome;
    struct request request =
        office_request(session->office, EVENT_EVIDENCE_SET, list->indicator, list->quarter);
    request.change.evidence = *evidence;
    if (slot)
        snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", slot->title);
    struct err err = {0};
    if (!office_fulfil(session->office, list->indicator, &request, &err))
        return session_fail(session, &err), false;
    if (!session_change(session, &request, &outcome, NULL))
        return false;
    session->last = *evidence;
    return true;
}
