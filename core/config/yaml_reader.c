#include "config/yaml_reader.h"
#include "base/memory.h"
#include "base/text.h"
#include "config/config_internal.h"
#include <assert.h>
#include <string.h>
#include <yaml.h>

struct yaml_reader {
    yaml_parser_t parser;
    yaml_event_t event;
    struct yaml_source source;
    struct problems problems;
    void *root;
    struct place end; /* of the event */
    int faults;       /* problems with what the events say; the source's are not among them */
    int depth;        /* maps and lists the event is inside of, its own counted */
    int events;
    bool unusable; /* the event is no value: an alias, or a text that was refused */
    bool stopped;
};

static struct place place(yaml_mark_t mark) {
    return (struct place){.line = (int)mark.line + 1, .column = (int)mark.column + 1};
}

static struct place here(const struct yaml_reader *yaml) {
    return place(yaml->event.start_mark);
}

void yaml_problem(struct yaml_reader *yaml, struct place at, const char *format, ...) {
    if (yaml->stopped)
        return;
    va_list args;
    va_start(args, format);
    problems_add(&yaml->problems, at, format, args);
    va_end(args);
    yaml->faults++;
}

void *yaml_root(const struct yaml_reader *yaml) {
    return yaml->root;
}

bool yaml_stopped(const struct yaml_reader *yaml) {
    return yaml->stopped;
}

/* ---- events ---- */

static void report_failure(struct yaml_reader *yaml) {
    const yaml_parser_t *parser = &yaml->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    if (yaml->source.too_long)
        yaml_problem(yaml, yaml->end, "teks sesudah ini lebih dari %d KiB; pendekkan",
                     YAML_SCALAR_MAX / 1024);
    else if (!yaml->source.failed)
        yaml_problem(yaml, place(parser->problem_mark), "%s", yaml_hint_syntax(parser->problem));
}

static void check_bounds(struct yaml_reader *yaml) {
    if (yaml->depth > YAML_DEPTH_MAX)
        yaml_problem(yaml, here(yaml), "bertingkat lebih dari %d; sederhanakan", YAML_DEPTH_MAX);
    else if (yaml->events > YAML_EVENTS_MAX)
        yaml_problem(yaml, here(yaml),
                     "isi berkas lebih dari %d unsur (sekitar 24.000 indikator); kurangi isinya",
                     YAML_EVENTS_MAX);
    else
        return;
    yaml->stopped = true;
}

/* A block scalar ends in line breaks that nobody wrote on purpose. */
static void trim_block(yaml_event_t *event) {
    yaml_scalar_style_t style = event->data.scalar.style;
    if (style != YAML_LITERAL_SCALAR_STYLE && style != YAML_FOLDED_SCALAR_STYLE)
        return;
    size_t length = event->data.scalar.length;
    while (length && event->data.scalar.value[length - 1] == '\n')
        event->data.scalar.value[--length] = '\0';
    event->data.scalar.length = length;
}

static void check_node(struct yaml_reader *yaml, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor)
        yaml_problem(yaml, here(yaml), "jangkar \"&%.60s\" tidak didukung; hapus", (const char *)anchor);
    if (tag)
        yaml_problem(yaml, here(yaml), "tag \"%.60s\" tidak didukung; hapus", (const char *)tag);
}

static void check_scalar(struct yaml_reader *yaml) {
    struct err err;
    trim_block(&yaml->event);
    const char *text = (const char *)yaml->event.data.scalar.value;
    if (text_accept(text, yaml->event.data.scalar.length, YAML_SCALAR_MAX, &err))
        return;
    yaml_problem(yaml, here(yaml), "%s", err.text);
    yaml->unusable = true;
}

static void check_event(struct yaml_reader *yaml) {
    yaml_event_t *event = &yaml->event;
    yaml->unusable = false;
    switch ((int)event->type) {
    case YAML_SCALAR_EVENT:
        check_node(yaml, event->data.scalar.anchor, event->data.scalar.tag);
        check_scalar(yaml);
        break;
    case YAML_SEQUENCE_START_EVENT:
        check_node(yaml, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        yaml->depth++;
        break;
    case YAML_MAPPING_START_EVENT:
        check_node(yaml, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        yaml->depth++;
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        yaml->depth--;
        break;
    case YAML_ALIAS_EVENT:
        yaml_problem(yaml, here(yaml), "alias \"*%.60s\" tidak didukung; tulis nilainya",
                     (const char *)event->data.alias.anchor);
        yaml->unusable = true;
        break;
    default:
        break;
    }
}

/* Goes to the next event. False when reading has stopped; there is no event then. */
static bool advance(struct yaml_reader *yaml) {
    if (yaml->stopped)
        return false;
    yaml_event_delete(&yaml->event);
    if (!yaml_parser_parse(&yaml->parser, &yaml->event)) {
        report_failure(yaml);
        yaml->stopped = true;
        return false;
    }
    yaml_source_mark(&yaml->source);
    yaml->end = place(yaml->event.end_mark);
    yaml->events++;
    check_event(yaml);
    check_bounds(yaml);
    yaml->stopped |= problems_full(&yaml->problems);
    return !yaml->stopped;
}

/* ---- nodes: each function begins at a node's first event and ends at its last ---- */

static void skip(struct yaml_reader *yaml) {
    bool nested =
        yaml->event.type == YAML_SEQUENCE_START_EVENT || yaml->event.type == YAML_MAPPING_START_EVENT;
    int outside = yaml->depth - nested;
    while (yaml->depth > outside && advance(yaml))
        ;
}

static bool is_kind(const struct yaml_reader *yaml, enum yaml_kind kind) {
    static const yaml_event_type_t first[] = {
        [YAML_SCALAR] = YAML_SCALAR_EVENT,
        [YAML_LIST] = YAML_SEQUENCE_START_EVENT,
        [YAML_MAP] = YAML_MAPPING_START_EVENT,
    };
    return yaml->event.type == first[kind];
}

static void take(struct yaml_reader *yaml, const struct yaml_key *key, enum yaml_kind kind, yaml_setter *set,
                 void *field) {
    static const char *const wanted[] = {
        [YAML_SCALAR] = "satu nilai",
        [YAML_LIST] = "daftar: [a, b] atau baris yang diawali \"-\"",
        [YAML_MAP] = "kelompok \"kunci: nilai\"",
    };
    struct yaml_value value = {.key = key, .text = "", .at = here(yaml)};
    if (yaml->unusable)
        return;
    if (!is_kind(yaml, kind)) {
        const char *name = key ? key->name : "isi berkas";
        yaml_problem(yaml, value.at, "\"%s\" harus berupa %s", name, wanted[kind]);
        skip(yaml);
        return;
    }
    if (kind == YAML_SCALAR) {
        value.text = (const char *)yaml->event.data.scalar.value;
        value.length = yaml->event.data.scalar.length;
    }
    int outside = yaml->depth - (kind != YAML_SCALAR);
    set(yaml, &value, field);
    assert(yaml->stopped || yaml->depth == outside);
    (void)outside;
}

int yaml_list(struct yaml_reader *yaml, const struct yaml_value *list, enum yaml_kind kind, yaml_setter *set,
              void *field) {
    int count = 0;
    while (advance(yaml) && yaml->event.type != YAML_SEQUENCE_END_EVENT) {
        take(yaml, list->key, kind, set, field);
        count++;
    }
    return count;
}

static void report_unknown(struct yaml_reader *yaml, const struct yaml_table *table, const char *name) {
    if (strcmp(name, "<<") == 0) {
        yaml_problem(yaml, here(yaml), "kunci gabungan \"<<\" tidak didukung; tulis kunci-kuncinya");
        return;
    }
    if (name[strspn(name, "0123456789")] == '\0') {
        yaml_problem(yaml, here(yaml),
                     "\"%.60s\" bukan kunci; di dalam { } koma memisahkan: tulis titik desimal", name);
        return;
    }
    struct buf known = {0};
    for (int i = 0; i < table->count; i++)
        buf_printf(&known, "%s%s", i ? ", " : "", table->key[i].name);
    const char *near = yaml_hint_key(table, name);
    if (near)
        yaml_problem(yaml, here(yaml), "kunci \"%.60s\" tidak dikenal; mungkin \"%s\"", name, near);
    else
        yaml_problem(yaml, here(yaml), "kunci \"%.60s\" tidak dikenal; yang ada: %s", name,
                     buf_string(&known));
    buf_release(&known);
}

/* The key at the current event: its index, or -1 when there is none to take a value. `line`: where each stood
 * so far. */
static int find_key(struct yaml_reader *yaml, const struct yaml_table *table, int line[]) {
    if (yaml->unusable)
        return -1;
    if (yaml->event.type != YAML_SCALAR_EVENT) {
        yaml_problem(yaml, here(yaml), "kunci harus berupa satu kata");
        skip(yaml);
        return -1;
    }
    const char *name = (const char *)yaml->event.data.scalar.value;
    int found = table->count - 1;
    while (found >= 0 && strcmp(table->key[found].name, name) != 0)
        found--;
    if (found < 0) {
        report_unknown(yaml, table, name);
        return -1;
    }
    if (line[found]) {
        yaml_problem(yaml, here(yaml), "kunci \"%s\" sudah ada di baris %d; hapus salah satu", name,
                     line[found]);
        return -1;
    }
    line[found] = here(yaml).line;
    return found;
}

bool yaml_map(struct yaml_reader *yaml, const struct yaml_value *map, const struct yaml_table *table,
              void *target) {
    assert(table->count <= YAML_KEYS_MAX);
    int line[YAML_KEYS_MAX] = {0};
    int before = yaml->faults;
    while (advance(yaml) && yaml->event.type != YAML_MAPPING_END_EVENT) {
        int found = find_key(yaml, table, line);
        const struct yaml_key *key = &table->key[found < 0 ? 0 : found];
        if (!advance(yaml))
            break;
        if (found < 0)
            skip(yaml);
        else
            take(yaml, key, key->kind, key->set, (char *)target + key->offset);
    }
    for (int i = 0; i < table->count; i++)
        if (table->key[i].required && !line[i])
            yaml_problem(yaml, map->at, "kunci \"%s\" wajib ada", table->key[i].name);
    return yaml->faults == before && !yaml->stopped;
}

/* ---- documents ---- */

static void read_document(struct yaml_reader *yaml, yaml_setter *set) {
    if (!advance(yaml) || !advance(yaml))
        return;
    if (yaml->event.type == YAML_STREAM_END_EVENT) {
        yaml_problem(yaml, here(yaml), "berkas ini kosong");
        return;
    }
    const yaml_event_t *event = &yaml->event;
    if (event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end)
        yaml_problem(yaml, here(yaml), "petunjuk \"%%\" tidak didukung; hapus barisnya");
    if (!advance(yaml))
        return;
    take(yaml, NULL, YAML_MAP, set, yaml->root);
    if (advance(yaml) && advance(yaml) && yaml->event.type != YAML_STREAM_END_EVENT)
        yaml_problem(yaml, here(yaml), "dokumen kedua tidak didukung; satu berkas satu dokumen");
}

bool yaml_read(const struct yaml_input *input, yaml_setter *set, void *root, struct buf *problems) {
    struct yaml_reader yaml = {.root = root, .end = {.line = 1, .column = 1}};
    if (!yaml_parser_initialize(&yaml.parser))
        memory_exhausted();
    if (yaml_source_open(&yaml.source, input, &yaml.problems)) {
        yaml_parser_set_input(&yaml.parser, yaml_source_read, &yaml.source);
        yaml_parser_set_encoding(&yaml.parser, YAML_UTF8_ENCODING);
        read_document(&yaml, set);
        yaml_source_close(&yaml.source);
    }
    yaml_event_delete(&yaml.event);
    yaml_parser_delete(&yaml.parser);
    problems_print(&yaml.problems, input->name, problems);
    bool faultless = yaml.problems.count == 0;
    problems_release(&yaml.problems);
    return faultless;
}
