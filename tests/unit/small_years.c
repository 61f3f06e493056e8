#include "unit/small_years.h"
#include <string.h>

const struct config *small_years(void) {
    static struct indicator revised[REVISED];
    static const int by_code[REVISED] = {3, 5, 0, 1, 4, 2, 6};
    static struct catalogue catalogue[3];
    static struct config config;
    int count = 0;
    config = *small_office();
    for (int i = 0; i < INDICATORS; i++)
        if (strcmp(config.catalogue->indicator[i].code, DOCUMENT) != 0)
            revised[count++] = config.catalogue->indicator[i];
    revised[0].unit = small_office_unit("sekretariat");
    revised[0].plan.annual = decimal_whole(1350);
    revised[0].plan.target[2].value = revised[0].plan.target[3].value = decimal_whole(300);
    for (int i = 0; i < 3; i++)
        catalogue[i] = *small_office()->catalogue;
    catalogue[0].year = LAST_YEAR;
    catalogue[2].first = 3;
    catalogue[2].indicator = revised;
    catalogue[2].by_code = by_code;
    catalogue[2].count = REVISED;
    config.catalogue = catalogue;
    config.catalogue_count = 3;
    return &config;
}

const struct indicator *small_years_indicator(int year, int number, const char *code) {
    return config_indicator(small_years(), (struct quarter){year, number}, code);
}
