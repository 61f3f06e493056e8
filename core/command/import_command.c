/* isi --dari-csv */
#include "command/commands.h"
#include "command/import.h"
#include <stdio.h>

bool command_import(struct context *context, const struct args *args, struct err *err) {
    struct import_counts counts;
    if (!import_file(context, args_value(args, "--dari-csv"), args_value(args, "--timpa"), &counts, err))
        return false;
    printf("%d baris tersimpan, %d sudah sama, %d kosong dilewati\n", counts.saved, counts.same,
           counts.skipped);
    return true;
}
