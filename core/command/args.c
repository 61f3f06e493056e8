#include "command/args.h"
#include <ctype.h>
#include <string.h>

/* What may stand before and after any command. */
static const char globals[] =
    "[--konfig DIR] [--data DIR] [--bidang KODE] [--triwulan 2025-TW1] [--sebagai LOGIN] "
    "[--hari-ini 2025-12-31] [--contoh] [--format F] [--help] [--version]";

/* One part of a grammar; texts end at their lengths. */
struct rule {
    bool optional;
    const char *name; /* "--nomor" or "KODE" */
    size_t length;
    const char *value; /* "N" */
    size_t value_length;
};

/* "-" and "-5" are words. */
static bool is_option(const char *text) {
    return text[0] == '-' && (text[1] == '-' || isalpha((unsigned char)text[1]) != 0);
}

static bool rule_next(const char **grammar, struct rule *rule) {
    const char *at = *grammar + strspn(*grammar, " ");
    if (*at == '\0')
        return false;
    *rule = (struct rule){.optional = *at == '['};
    rule->name = at + rule->optional;
    rule->length = strcspn(rule->name, " ]");
    at = rule->name + rule->length;
    if (is_option(rule->name) && *at == ' ' && at[1] != '[' && at[1] != '-') {
        rule->value = at + 1;
        rule->value_length = strcspn(rule->value, " ]");
        at = rule->value + rule->value_length;
    }
    *grammar = at + (*at == ']');
    return true;
}

static bool rule_option(const char *grammar, const char *name, size_t length, struct rule *rule) {
    while (rule_next(&grammar, rule))
        if (rule->length == length && memcmp(rule->name, name, length) == 0)
            return true;
    return false;
}

/* A lower-case placeholder lists what may be given. */
static bool rule_allows(const struct rule *rule, const char *value) {
    if (rule->value_length == 0 || islower((unsigned char)*rule->value) == 0)
        return true;
    size_t length = strlen(value);
    const char *end = rule->value + rule->value_length;
    for (const char *at = rule->value; at < end; at += strcspn(at, "|] ") + 1)
        if (strcspn(at, "|] ") == length && memcmp(at, value, length) == 0)
            return true;
    return false;
}

static bool full(struct err *err) {
    return err_set(err, ERR_USAGE, "argumen terlalu banyak, paling banyak %d", ARGS_MAX);
}

static bool take_word(struct args *args, struct err *err) {
    if (args->words == ARGS_MAX)
        return full(err);
    args->word[args->words++] = *args->rest++;
    return true;
}

static bool take_option(struct args *args, const char *grammar, struct err *err) {
    const char *name = strcmp(*args->rest, "-h") == 0 ? "--help" : *args->rest;
    size_t length = strcspn(name, "=");
    struct rule rule;
    if (!rule_option(grammar, name, length, &rule) && !rule_option(globals, name, length, &rule))
        return err_set(err, ERR_USAGE, "opsi \"%.*s\" tidak dikenal", (int)length, name);
    if (args->options == ARGS_MAX)
        return full(err);

    args->rest++;
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    if (rule.value_length == 0 && value)
        return err_set(err, ERR_USAGE, "opsi \"%.*s\" tidak memakai nilai", (int)length, name);
    if (rule.value_length > 0 && !value && !*args->rest)
        return err_set(err, ERR_USAGE, "opsi \"%s\" perlu nilai %.*s", name, (int)rule.value_length,
                       rule.value);
    if (rule.value_length > 0 && !value)
        value = *args->rest++;
    args->option[args->options++] = (struct args_option){name, length, value ? value : ""};
    return true;
}

bool args_read_globals(struct args *args, struct err *err) {
    while (*args->rest && is_option(*args->rest))
        if (!take_option(args, "", err))
            return false;
    return true;
}

static const struct args_option *find(const struct args *args, const char *name, size_t length) {
    for (int i = args->options - 1; i >= 0; i--)
        if (args->option[i].length == length && memcmp(args->option[i].name, name, length) == 0)
            return &args->option[i];
    return NULL;
}

static bool check_option(const struct args *args, const struct rule *rule, struct err *err) {
    const struct args_option *option = find(args, rule->name, rule->length);
    if (!option)
        return rule->optional ||
               err_set(err, ERR_USAGE, "opsi \"%.*s\" belum diberikan", (int)rule->length, rule->name);
    return rule_allows(rule, option->value) ||
           err_set(err, ERR_USAGE, "opsi \"%.*s\" tidak mengenal \"%s\"; pilih %.*s", (int)rule->length,
                   rule->name, option->value, (int)rule->value_length, rule->value);
}

static bool check(const struct args *args, const char *grammar, struct err *err) {
    struct rule rule;
    int words = 0;
    for (const char *at = grammar; rule_next(&at, &rule);) {
        bool option = is_option(rule.name);
        if (option && !check_option(args, &rule, err))
            return false;
        if (!option && words++ >= args->words && !rule.optional)
            return err_set(err, ERR_USAGE, "%.*s belum diberikan", (int)rule.length, rule.name);
    }
    if (args->words > words)
        return err_set(err, ERR_USAGE, "argumen \"%s\" berlebih", args->word[words]);
    static const char format[] = "--format";
    if (args_value(args, format) && !rule_option(grammar, format, sizeof format - 1, &rule))
        return err_set(err, ERR_USAGE, "opsi \"%s\" tidak berlaku untuk perintah ini", format);
    return true;
}

bool args_read(struct args *args, const char *grammar, struct err *err) {
    bool options = true;
    while (*args->rest) {
        bool end = options && strcmp(*args->rest, "--") == 0;
        options = options && !end;
        if (end)
            args->rest++;
        else if (!(options && is_option(*args->rest) ? take_option(args, grammar, err)
                                                     : take_word(args, err)))
            return false;
    }
    return args_value(args, "--help") || check(args, grammar, err);
}

const char *args_value(const struct args *args, const char *option) {
    const struct args_option *found = find(args, option, strlen(option));
    return found ? found->value : NULL;
}

const char *args_word(const struct args *args, int n) {
    return n < args->words ? args->word[n] : NULL;
}

bool args_ahead(const struct args *args, const char *option) {
    size_t length = strlen(option);
    for (char **at = args->rest; *at; at++)
        if (strncmp(*at, option, length) == 0 && ((*at)[length] == '\0' || (*at)[length] == '='))
            return true;
    return false;
}
