"""The floor under every reader: nothing but the text of documents, with what reads it fastest.

python benchmarks/text_alone.py FILE ...
"""

import sys


def text_of(path: str) -> str:
    """The text of a document, with nothing of where it stands. Imports only what its format needs."""
    if path.endswith(".docx"):
        from zipfile import ZipFile

        from lxml import etree

        return "".join(etree.fromstring(ZipFile(path).read("word/document.xml")).itertext())
    if path.endswith(".pdf"):
        from pypdfium2 import PdfDocument

        return "".join(page.get_textpage().get_text_range() for page in PdfDocument(path))
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 (importing pathlib costs more than reading)
        return file.read()


if __name__ == "__main__":
    print(sum(len(text_of(path)) for path in sys.argv[1:]))
