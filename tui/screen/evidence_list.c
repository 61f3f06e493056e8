#include "screen/evidence_list.h"
#include "base/memory.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool collect(void *context, const struct record *record) {
    struct evidence_list *list = context;
    list->record = memory_resize(list->record, (size_t)list->count + 1, sizeof *list->record);
    list->record[list->count++] = *record;
    return true;
}

bool evidence_list_load(struct evidence_list *list, struct office *office, const struct indicator *indicator,
                        struct quarter quarter, struct err *err) {
    list->indicator = indicator;
    list->quarter = quarter;
    list->count = 0;
    return office_evidence(office, indicator, quarter, collect, list, err);
}

void evidence_list_release(struct evidence_list *list) {
    free(list->record);
    *list = (struct evidence_list){0};
}

bool evidence_list_has(const struct evidence_list *list, const struct uuid *document) {
    for (int i = 0; i < list->count; i++)
        if (memcmp(&list->record[i].evidence.document, document, sizeof *document) == 0)
            return true;
    return false;
}

bool evidence_list_filled(const struct evidence_list *list, const struct requirement *requirement) {
    for (int i = 0; i < list->count; i++)
        if (requirement_filled(requirement, list->quarter.number, list->record[i].evidence.title))
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

void size_print(uint64_t bytes, char out[SIZE_TEXT_MAX]) {
    static const char *const units[] = {"B", "KB", "MB", "GB", "TB"};
    size_t unit = 0;
    uint64_t tenths = bytes * 10;
    for (; tenths >= 10240 && unit + 1 < sizeof units / sizeof *units; unit++)
        tenths /= 1024;
    if (unit)
        snprintf(out, SIZE_TEXT_MAX, "%" PRIu64 ",%" PRIu64 " %s", tenths / 10, tenths % 10, units[unit]);
    else
        snprintf(out, SIZE_TEXT_MAX, "%" PRIu64 " B", bytes);
}
