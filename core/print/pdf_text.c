#include "base/codepage.h"
#include "base/utf8.h"
#include "print/pdf_internal.h"
#include <string.h>

#define ASCENT 0.86f   /* from the top of a line to its baseline, of its size */
#define ROUNDING 0.01f /* a column as wide as its widest word holds it, however the sum was rounded */

/* What stands for characters that Windows-1252 has not: other spaces, hyphens and marks of lists, signs, and
 * ligatures out of other PDFs. */
static const struct {
    uint16_t first, last; /* points */
    const char *instead;
} stand_ins[] = {
    {0x2000, 0x200A, " "},  {0x202F, 0x202F, " "},    {0x2010, 0x2012, "-"},  {0x2015, 0x2015, "\x97"},
    {0x2032, 0x2032, "'"},  {0x2033, 0x2033, "\""},   {0x2190, 0x2190, "<-"}, {0x2192, 0x2192, "->"},
    {0x2212, 0x2212, "-"},  {0x2248, 0x2248, "~"},    {0x2260, 0x2260, "<>"}, {0x2264, 0x2264, "<="},
    {0x2265, 0x2265, ">="}, {0x25A0, 0x25CF, "\x95"}, {0x2713, 0x2714, "v"},  {0xFB01, 0xFB01, "fi"},
    {0xFB02, 0xFB02, "fl"},
};

/* A text on its way from UTF-8 to Windows-1252, byte by byte. */
struct pdf_reader {
    const char *text;    /* what is left of it */
    const char *instead; /* what comes before that */
};

static struct pdf_reader reader_of(const char *text) {
    return (struct pdf_reader){text, ""};
}

static uint8_t windows_byte(uint32_t point, const char **instead) {
    bool printable = point == '\n' || (point >= ' ' && point != 0x7F);
    uint8_t byte = printable ? codepage_1252(point) : 0;
    if (byte)
        return byte;
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (point >= stand_ins[i].first && point <= stand_ins[i].last) {
            *instead = stand_ins[i].instead + 1;
            return (uint8_t)*stand_ins[i].instead;
        }
    return '?';
}

/* 0 at the end. */
static uint8_t next_byte(struct pdf_reader *in) {
    uint32_t point = 0;
    if (*in->instead)
        return (uint8_t)*in->instead++;
    if (!*in->text)
        return 0;
    size_t size = utf8_decode(in->text, strnlen(in->text, 4), &point);
    in->text += size ? size : 1;
    return size ? windows_byte(point, &in->instead) : '?';
}

static void load(struct pdf *pdf, enum pdf_weight weight, const char *name) {
    struct pdf_font *font = &pdf->font[weight];
    font->font = HPDF_GetFont(pdf->doc, name, "WinAnsiEncoding");
    for (unsigned i = ' '; i < 256; i++)
        font->em[i] = (float)HPDF_Font_TextWidth(font->font, &(HPDF_BYTE){(HPDF_BYTE)i}, 1).width / 1000;
}

void pdf_fonts(struct pdf *pdf) {
    load(pdf, PDF_PLAIN, "Helvetica");
    load(pdf, PDF_BOLD, "Helvetica-Bold");
}

static float widest(const struct pdf *pdf, enum pdf_weight weight, const char *text, bool spaces_break) {
    struct pdf_reader in = reader_of(text);
    float most = 0, width = 0;
    uint8_t byte;
    while ((byte = next_byte(&in))) {
        bool breaks = byte == '\n' || (byte == ' ' && spaces_break);
        width = breaks ? 0 : width + pdf->font[weight].em[byte];
        most = width > most ? width : most;
    }
    return most;
}

float pdf_text_width(const struct pdf *pdf, enum pdf_weight weight, const char *text) {
    return widest(pdf, weight, text, false);
}

float pdf_word_width(const struct pdf *pdf, enum pdf_weight weight, const char *text) {
    return widest(pdf, weight, text, true);
}

/* Where a line may end, in bytes, and how wide it is then. */
struct pdf_break {
    size_t length;
    float width;
};

/* The first line of `text`, without the spaces behind it. */
static struct pdf_break first_line(const struct pdf_font *font, const struct pdf_block *block,
                                   const char *text) {
    struct pdf_break here = {0}, space = {0}, joint = {0};
    for (size_t i = 0; text[i] && text[i] != '\n'; i++) {
        if (text[i] == ' ' && i && text[i - 1] != ' ')
            space = here;
        float width = here.width + font->em[(uint8_t)text[i]] * block->style.size;
        if (width > block->width + ROUNDING && here.length && text[i] != ' ')
            return space.length ? space : joint.length ? joint : here;
        here = (struct pdf_break){i + 1, width};
        if (text[i] == '/' || text[i] == '-')
            joint = here;
    }
    return here.length && text[here.length - 1] == ' ' ? space : here;
}

static void add_line(struct pdf_block *block, const char *text, struct pdf_break line) {
    list_add(&block->line, &(struct pdf_line){.start = block->bytes.length, .width = line.width});
    buf_put(&block->bytes, text, line.length);
    buf_byte(&block->bytes, 0);
}

void pdf_block_set(const struct pdf *pdf, struct pdf_block *block, struct pdf_style style, const char *text,
                   float width) {
    block->style = style;
    block->width = width;
    block->line.count = 0;
    buf_clear(&block->bytes);
    buf_clear(&block->source);
    struct pdf_reader in = reader_of(text);
    for (uint8_t byte; (byte = next_byte(&in));)
        buf_byte(&block->source, byte);
    for (const char *at = buf_string(&block->source); *at;) {
        struct pdf_break line = first_line(&pdf->font[style.weight], block, at);
        add_line(block, at, line);
        at += line.length;
        at += strspn(at, " ");
        at += *at == '\n';
    }
}

float pdf_block_height(const struct pdf_block *block) {
    return (float)block->line.count * block->style.size * PDF_LEADING;
}

void pdf_block_draw(const struct pdf *pdf, const struct pdf_block *block, float x, float y,
                    struct pdf_span lines) {
    static const float share[] = {[PDF_LEFT] = 0, [PDF_CENTRE] = 0.5f, [PDF_RIGHT] = 1};
    const struct pdf_line *line = block->line.item;
    if (!lines.count)
        return;
    HPDF_Page_BeginText(pdf->page);
    HPDF_Page_SetFontAndSize(pdf->page, pdf->font[block->style.weight].font, block->style.size);
    y -= ASCENT * block->style.size;
    for (int i = lines.first; i < lines.first + lines.count; i++) {
        float indent = (block->width - line[i].width) * share[block->style.align];
        HPDF_Page_TextOut(pdf->page, x + indent, y, block->bytes.data + line[i].start);
        y -= PDF_LEADING * block->style.size;
    }
    HPDF_Page_EndText(pdf->page);
}

struct pdf_span pdf_block_whole(const struct pdf_block *block) {
    return (struct pdf_span){0, block->line.count};
}

void pdf_block_release(struct pdf_block *block) {
    buf_release(&block->source);
    buf_release(&block->bytes);
    list_release(&block->line);
}
