"""What was kept back, for who asks for it."""

from msgspec.structs import replace

from contract_lint.reports import View, render

MUTED = View(muted=True)


def test_nothing_kept_back_changes_nothing(dutch):
    plain = replace(dutch, muted=())
    assert render("text", (plain,), MUTED) == render("text", (plain,))


def test_long_words_are_cut(dutch):
    long = replace(dutch.muted[0], evidence=dutch.findings[0].evidence)
    whole = dutch.findings[0].evidence.sentence
    long = replace(long, evidence=replace(long.evidence, span=whole))
    only = replace(dutch, muted=(long,), findings=())
    told = " ".join(render("text", (only,), View(muted=True, width=200)).split())
    assert ' …": ' in told
    assert len(told) < 260
