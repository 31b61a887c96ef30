"""What `fuzzing.py` feeds to each reader. Text and Markdown are lines; the others have files of their own."""

from __future__ import annotations

import fuzzing_docx
import fuzzing_html
import fuzzing_pdf
from fuzzing_making import REMARKS, SIGNS, TEXT, Inputs, encoded
from hypothesis import strategies as st

_LINE_STARTS = (
    *REMARKS, "", "", "", "# ", "## ", "- ", "* ", "1. ", "    ", "\t", "> ", "> > ", "| ", "```", "~~~",
    "---", "===", "<!--", "-->", "[^1]: ", "[a]: ", ": ", "+++", "<div>", "</div>", "<script>", "1) ",
    "Artikel 2 ",
)  # fmt: skip
_INLINE = (
    "**", "_", "`", "[", "](", ")", "![", "<", ">", "&amp;", "&#xD800;", "&#99999999;", "\\", "|", "<br>",
    "~~", "<https://x.nl>", "[^1]", "{#a}", "![](data:", "<a href='", "<!--", "-->", "*" * 40, "[" * 60,
    "(" * 60, *REMARKS,
)  # fmt: skip
_LINE = st.tuples(
    st.sampled_from(_LINE_STARTS), st.lists(st.one_of(TEXT, st.sampled_from(_INLINE)), max_size=8)
).map(lambda told: told[0] + " ".join(told[1]))
_ENDS = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\f", "\u2028", "-\n"))
LINES = st.lists(st.tuples(_LINE, _ENDS), max_size=25).map(lambda told: "".join(a + b for a, b in told))
_PIECES = tuple(
    piece.encode("utf-8", "surrogatepass") for piece in (*_LINE_STARTS, *_INLINE, *SIGNS) if piece
)

READERS = {
    "text": Inputs(".txt", encoded(LINES), _PIECES),
    "markdown": Inputs(".md", encoded(LINES), _PIECES),
    "html": fuzzing_html.INPUTS,
    "docx": fuzzing_docx.INPUTS,
    "pdf": Inputs(".pdf", fuzzing_pdf.MADE, fuzzing_pdf.PIECES, fuzzing_pdf.mutated),
}
