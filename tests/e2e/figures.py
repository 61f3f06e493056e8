#!/usr/bin/python3
"""Reads a report back, in whatever format, with programs that are not ours: one line for each indicator, its code
and the first COUNT cells behind its measure, "SUB-04|240|60|60|100|91,67|115|95,83|47,92|Sangat Tinggi", and one for
each mean. Numbers without thousands marks and without zeros at the end, so that all formats can be held against one
table. Usage: figures.py FILE [COUNT]."""
import csv
import html.parser
import io
import re
import subprocess
import sys
from decimal import Decimal

CODE = re.compile(r"^[A-Z]{3}-\d\d$")


def plain(cell):
    """A cell of a machine's format: a number or a text."""
    if isinstance(cell, (int, float)):
        cell = repr(cell)
    text = "" if cell is None else str(cell).strip()
    number = text.replace(",", ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", number):
        return text
    return format(Decimal(number).normalize(), "f").replace(".", ",")


def written(text):
    """A number as people read it: 1.500,25."""
    return plain(text.replace(".", "")) if re.fullmatch(r"-?[\d.]+(,\d+)?", text.strip()) else text.strip()


def put(cells, count):
    cells = list(cells)
    code = next((i for i, cell in enumerate(cells) if CODE.match(str(cell or "").strip())), None)
    if code is not None:
        return "|".join([cells[code].strip(), *cells[code + 4 : code + 4 + count]]).rstrip("|")
    label = next((str(cell) for cell in cells if str(cell or "").startswith("Rata-rata ")), None)
    numbers = [cell for cell in cells if re.fullmatch(r"-?\d+(,\d+)?", str(cell or ""))]
    return "|".join([label.replace(" indikator", ""), numbers[0]]) if label and len(numbers) == 1 else None


def from_csv(data):
    text = data.decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text), delimiter=";" if data.startswith(b"\xef\xbb\xbf") else ",")
    return ([plain(cell) for cell in row] for row in rows)


class Rows(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.cell = [], False

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.cell = self.cell or tag in ("td", "th")

    def handle_endtag(self, tag):
        self.cell = self.cell and tag not in ("td", "th")

    def handle_data(self, data):
        if self.cell:
            self.rows[-1][-1] += data


def from_html(data):
    parser = Rows()
    parser.feed(data.decode())
    return ([written(cell) for cell in row] for row in parser.rows)


def from_xlsx(path):
    import openpyxl

    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield [plain(cell) for cell in row]


def from_lines(text):
    """Columns stand apart by two blanks, figures by one at least; a code has three words and figures behind it in its
    first line."""
    for line in text.splitlines():
        cells = [written(cell) for cell in re.split(r"\s{2,}|(?<=\d) (?=[A-Z])|(?<=[\d-]) (?=[\d-])", line.strip())]
        if CODE.match(cells[0]):
            figures = cells[1:]
            while figures and not re.fullmatch(r"-|-?\d+(,\d+)?", figures[0]):
                figures.pop(0)
            yield [cells[0], "", "", "", *figures]
        else:
            yield cells


def main(path, count=9):
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".csv"):
        rows = from_csv(data)
    elif path.endswith(".html"):
        rows = from_html(data)
    elif path.endswith(".xlsx"):
        rows = from_xlsx(path)
    elif path.endswith(".pdf"):
        rows = from_lines(subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode())
    else:
        rows = from_lines(data.decode())
    seen = set()
    for row in rows:
        line = put(row, int(count))
        if line and line not in seen:
            seen.add(line)
            print(line)


main(*sys.argv[1:])
