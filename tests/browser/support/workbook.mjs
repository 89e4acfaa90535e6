// Workbooks as another program writes them (openpyxl).
import { execFileSync } from "node:child_process";

const writer = `
import io, json, sys, openpyxl
book = openpyxl.Workbook()
book.remove(book.active)
for sheet in json.load(sys.stdin):
    page = book.create_sheet(sheet["name"])
    for row in sheet["rows"]:
        page.append(row)
    for area in sheet.get("merged", []):
        page.merge_cells(area)
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`;

/** The bytes of an .xlsx file: sheets with a `name`, `rows` of cells, and `merged` ranges. */
export const workbook = (sheets) => execFileSync("/usr/bin/python3", ["-c", writer], { input: JSON.stringify(sheets) });
