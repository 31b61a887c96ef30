"""The reviewed file keeps to the schema of Word files wherever the original did."""

from collections import Counter

import pytest
from test_docx_review import ARTICLES, BODIES, EDITS, FOOTNOTES, HEADER, LAST, PARTS, adding
from word_making import box, p, r, reviewed, word

openxml_audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")


def faults(data, folder, name):
    """What the schema says against a file, apart from the place where."""
    path = folder / name
    path.write_bytes(data)
    result = openxml_audit.OpenXmlValidator(max_errors=0).validate(path)
    return Counter((str(one.error_type), one.description) for one in result.errors)


def check(before, after, folder):
    assert faults(after, folder, "after.docx") - faults(before, folder, "before.docx") == Counter()


@pytest.mark.parametrize("name", BODIES)
def test_changes_keep_to_the_schema(name, tmp_path):
    data = word(BODIES[name] + p("Slot."), PARTS.get(name))
    for edit in EDITS:
        check(data, reviewed(data, edit), tmp_path)


@pytest.mark.parametrize("others", [FOOTNOTES, HEADER], ids=["note", "header"])
def test_changes_beside_the_text_keep_to_the_schema(others, tmp_path):
    data = word(p(r('<w:t>Zie</w:t><w:footnoteReference w:id="2"/>')), others)
    check(data, reviewed(data, ("drie maanden", "een maand")), tmp_path)


@pytest.mark.parametrize("after", [LAST, ""], ids=["paragraph", "end"])
def test_added_clauses_keep_to_the_schema(after, tmp_path):
    data = word(ARTICLES + after)
    check(data, adding(data, count=2).content, tmp_path)


def test_a_fault_would_be_seen(tmp_path):
    data = word(p(r("Tekst.")))
    broken = word('<w:p><w:ins w:author="X"><w:t>Tekst.</w:t></w:ins></w:p>' + p(box(p("x"))))
    assert faults(broken, tmp_path, "broken.docx") - faults(data, tmp_path, "whole.docx")
