"""What openpyxl reads in a workbook, as JSON: a library that shares nothing with what wrote it."""
import json
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1])


def cell_of(cell):
    return {"at": cell.coordinate, "kind": cell.data_type, "value": cell.value, "format": cell.number_format}


def sheet_of(sheet):
    return {
        "name": sheet.title,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "titles": sheet.print_title_rows,
        "landscape": sheet.page_setup.orientation == "landscape",
        "paper": sheet.page_setup.paperSize,
        "widths": [sheet.column_dimensions[letter].width for letter in sorted(sheet.column_dimensions)],
        "merged": [str(merged) for merged in sheet.merged_cells.ranges],
        "cells": [cell_of(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None],
    }


facts = book.properties
json.dump(
    {
        "title": facts.title,
        "creator": facts.creator,
        "modified_by": facts.lastModifiedBy,
        "created": facts.created.isoformat(),
        "sheets": [sheet_of(sheet) for sheet in book.worksheets],
    },
    sys.stdout,
    ensure_ascii=False,
)
