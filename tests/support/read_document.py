"""What another program reads in a .docx file, as JSON: its paragraphs, and the cells of its tables as text."""
import json
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(element):
    parts = []
    for node in element.iter():
        if node.tag == W + "t":
            parts.append(node.text or "")
        elif node.tag in (W + "br", W + "tab"):
            parts.append(" ")
    return "".join(parts)


def read(path):
    with zipfile.ZipFile(path) as archive:
        broken = archive.testzip()
        if broken:
            raise SystemExit(f"damaged part: {broken}")
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    body = parts["word/document.xml"].find(W + "body")
    tables = [
        [[" ".join(text(p) for p in cell.iter(W + "p")) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")]
        for table in body.iter(W + "tbl")
    ]
    return {"paragraphs": [text(p) for p in body.findall(W + "p")], "tables": tables}


json.dump(read(sys.argv[1]), sys.stdout, ensure_ascii=False)
