"""What another program reads in an .xlsx file, as JSON: for each sheet its cells as text, its formulas, merged
ranges and print settings."""
import json
import sys

import openpyxl


def text(value):
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in values:
        with_formulas = formulas[sheet.title]
        cells = {c.coordinate: text(c.value) for row in sheet.iter_rows() for c in row if c.value is not None}
        sheets[sheet.title] = {
            "cells": cells,
            "numbers": [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "n" and c.value is not None],
            "formulas": {
                c.coordinate: c.value for row in with_formulas.iter_rows() for c in row if c.data_type == "f"
            },
            "merged": [str(area) for area in sheet.merged_cells.ranges],
            "shaded": [c.coordinate for row in sheet.iter_rows() for c in row if c.fill.fill_type == "solid"],
            "crossed": [
                c.coordinate for row in sheet.iter_rows() for c in row if c.border.diagonalUp and c.border.diagonal.style
            ],
            "landscape": sheet.page_setup.orientation == "landscape",
            "paper": text(sheet.page_setup.paperSize),
            "pages_wide": int(sheet.page_setup.fitToWidth or 1) if sheet.sheet_properties.pageSetUpPr.fitToPage else None,
            "head_rows": sheet.print_title_rows,
        }
    return sheets


json.dump(read(sys.argv[1]), sys.stdout, ensure_ascii=False)
