"""The page in a real browser: filters, keys, jumps, print, portfolio, accessibility."""

import shutil

import pypdfium2
import pytest
from msgspec.structs import replace

from contract_lint.model import (
    Basis,
    Block,
    BlockKind,
    Clause,
    Contract,
    Document,
    Edit,
    Effect,
    Evidence,
    Finding,
    Place,
    Profile,
    Report,
    Rewrite,
    Segment,
    Sentence,
    Severity,
    Span,
    Trait,
    Unread,
)
from contract_lint.reports import render

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium is installed (apt: chromium)")

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

QUIET = ("quic", "gpu", "background-networking", "component-update", "sync")
COUNT = 200
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
FAMILIES = ("tacit-renewal", "penalty", "liability", "notice-period")


def crowded(count: int = COUNT, name: str = "terms.txt") -> Report:
    """A contract with so many findings, the severities and families taking turns."""
    lines = [f"{at}. The customer pays a fee of {at} euro at once." for at in range(1, count + 1)]
    text = "\n".join(["Article 1. Money", *lines])
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = BlockKind.HEADING if line.startswith("Article") else BlockKind.BODY
        blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    segments = tuple(Segment(b.span.start, Place(line=at, column=1)) for at, b in enumerate(blocks, 1))
    paper = Document(name, "text", text, tuple(blocks), segments)
    clauses = tuple(
        Clause(str(at), "Money", (), block.span, (Sentence(block.span),), 0, "en")
        for at, block in enumerate(blocks)
    )
    findings = tuple(_finding(text, at, block.span) for at, block in enumerate(blocks) if at)
    profile = Profile(Trait("consumer", "given"), Trait("gym", "given"), Trait("unknown", ""))
    return Report(name, Contract(paper, "en", clauses), profile, findings)


def _finding(text: str, at: int, line: Span) -> Finding:
    words = Span(text.index("a fee", line.start), line.end - 1)
    return Finding(
        rule=f"rule-{at % 7}",
        ruleset="example",
        family=FAMILIES[at % 4],
        severity=LEVELS[at % 3],
        title=f"Fee number {at}",
        message="The customer pays.",
        why=f"Reason number {at}.",
        basis=(Basis("Example Act", "https://example.org", "2026-01-01"),),
        evidence=Evidence(words, line),
        clause=at,
        fingerprint=f"{at:016x}:1",
        rewrite=Rewrite(Effect.RIGHTS, "x", (Edit(words, "nothing"),), verified=True),
    )


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        args = [f"--disable-{name}" for name in QUIET]
        started = driver.chromium.launch(executable_path=CHROMIUM, args=[*args, "--no-first-run"])
        yield started
        started.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open the page of these reports; whatever the browser complains of, or asks for, fails the test."""
    said, contexts = [], []

    def open_page(*reports, width: int = 1400, **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: asked.url.startswith("file:") or said.append(asked.url))
        file = tmp_path / "report.html"
        file.write_text(render("html", reports), "utf-8")
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


def shown(page) -> int:
    return page.locator(".remark:visible").count()


def focused(page) -> str:
    return page.evaluate("document.activeElement.id")


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("one", {"color_scheme": "light"}),
        ("one", {"color_scheme": "dark"}),
        ("one", {"width": 400}),
        ("one", {"forced_colors": "active"}),
        ("compared", {"color_scheme": "dark"}),
        ("portfolio", {"color_scheme": "light"}),
        ("portfolio", {"color_scheme": "dark", "width": 400}),
        ("accepted", {}),
        ("nothing", {}),
    ],
    ids=str,
)
def test_axe_finds_nothing(show, dutch, english, unreadable, next_draft, spared, kind, settings):
    reports = {
        "one": (dutch,),
        "compared": (next_draft,),
        "portfolio": (dutch, english, unreadable),
        "accepted": (spared,),
        "nothing": (replace(english, findings=()),),
    }[kind]
    page = show(*reports, **settings)
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_axe_finds_nothing_with_everything_open(show, dutch):
    page = show(dutch)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert axe.Axe().run(page).response["violations"] == []
    page.keyboard.press("?")
    assert axe.Axe().run(page, "#help").response["violations"] == []


def test_severities_are_filtered_with_their_marks_and_their_lines_in_the_index(show):
    page = show(crowded())
    errors = sum(LEVELS[at % 3] is Severity.ERROR for at in range(1, COUNT + 1))
    assert shown(page) == COUNT
    page.get_by_role("checkbox", name="errors").uncheck()
    assert shown(page) == COUNT - errors
    assert page.locator("mark.plain").count() == errors
    assert page.locator(".ref:visible").count() == COUNT - errors
    assert page.locator("#status").text_content() == f"{COUNT - errors} of {COUNT} findings shown"
    page.locator(".index summary").click()
    assert page.locator(".index li:visible").count() == COUNT - errors
    for name in ("warnings", "notes"):
        page.get_by_role("checkbox", name=name).uncheck()
    assert page.locator("#status").text_content() == "The filters hide every finding."
    page.keyboard.press("j")


def test_one_family_alone(show):
    page = show(crowded())
    page.get_by_label("Family").select_option("penalty")
    assert shown(page) == COUNT // 4
    assert page.locator(".remark:visible .title").first.text_content() == "Fee number 1"


def test_filtering_two_hundred_findings_is_quick(show):
    page = show(crowded())
    took = page.evaluate(
        "() => { const start = performance.now();"
        " document.querySelector('input[value=note]').click(); return performance.now() - start; }"
    )
    assert took < 2000  # milliseconds, on a machine that does other work too


def test_keys_go_from_finding_to_finding(show):
    page = show(crowded(), reduced_motion="reduce")
    page.keyboard.press("j")
    assert focused(page) == "c1n1"
    assert page.locator("#status").text_content() == f"1 / {COUNT}"
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "c1n3"
    assert page.locator("mark.here").get_attribute("data-notes") == "c1n3"
    page.keyboard.press("1")  # hides the errors, of which this is one
    page.keyboard.press("k")
    assert focused(page) == "c1n2"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == "c1n1"
    assert page.locator("#c1n1").evaluate("one => one.getBoundingClientRect().top") > 0


def test_help_opens_and_closes_and_the_keys_can_be_switched_off(show):
    page = show(crowded(3))
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    page.keyboard.press("j")
    assert focused(page) != "c1n1"
    page.get_by_role("button", name="Next finding").click()
    assert focused(page) == "c1n1"


def test_jumps_between_the_words_the_note_and_the_index(show):
    page = show(crowded(), reduced_motion="reduce")
    page.locator(".index summary").click()
    page.get_by_role("link", name="Fee number 150", exact=True).click()
    assert focused(page) == "c1n150"
    playwright.expect(page.locator("#c1n150")).to_be_in_viewport()
    page.locator("#c1n150 a.number").click()
    page.wait_for_url("**/report.html#c1n150w")
    playwright.expect(page.locator("mark[data-notes=c1n150]")).to_be_in_viewport()
    page.get_by_role("link", name="finding 150", exact=True).last.click()
    assert focused(page) == "c1n150"


def test_the_note_stands_beside_its_words_and_below_them_where_it_is_narrow(show):
    beside = "one => { const a = one.getBoundingClientRect(); return [a.left, a.top, a.right, a.bottom]; }"
    for width, sides in ((1400, True), (500, False)):
        page = show(crowded(5), width=width)
        words = page.locator("mark").nth(2).evaluate(beside)
        note = page.locator("#c1n3").evaluate(beside)
        assert (note[0] >= words[2]) is sides
        assert (abs(note[1] - words[1]) < 30) is sides
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_clause_alone_beside_long_notes_stays_in_sight(show):
    one = crowded(1)
    finding = one.findings[0]
    many = tuple(replace(finding, fingerprint=f"{at}:1", title=f"Note {at}") for at in range(12))
    page = show(replace(one, findings=many), reduced_motion="reduce")
    for _ in many:
        page.keyboard.press("j")
    playwright.expect(page.locator("#c1n12")).to_be_in_viewport()
    playwright.expect(page.locator("mark")).to_be_in_viewport()


def test_light_and_dark_by_the_readers_wish_and_by_the_button(show):
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = show(crowded(2)), show(crowded(2), color_scheme="dark")
    assert light.evaluate(ground) != dark.evaluate(ground)
    before = dark.evaluate(ground)
    dark.keyboard.press("t")
    assert dark.evaluate(ground) != before


def test_in_print_everything_is_open_and_the_tools_are_gone(show, tmp_path):
    page = show(crowded(30))
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in paper)
    assert all(f"Reason number {at}." in text for at in range(1, 31))
    assert "every family" not in text
    page.emulate_media(media="print")
    assert not page.locator("#tools").is_visible()


def test_without_scripts_everything_is_there_but_the_tools(show):
    page = show(crowded(30), java_script_enabled=False)
    assert shown(page) == 30
    assert not page.locator("#tools").is_visible()
    assert page.locator(".index li:visible").count() == 30
    page.locator("#c1n30 summary").click()
    assert page.get_by_text("Reason number 30.").is_visible()


def test_motion_only_where_it_is_wanted(show):
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert show(crowded(2)).evaluate(behaviour) == "smooth"
    assert show(crowded(2), reduced_motion="reduce").evaluate(behaviour) == "auto"


def test_a_portfolio_sorts_and_filters(show, unreadable):
    small = replace(crowded(3, "small.txt"), unread=(Unread("page 2", "a picture", 2),))
    page = show(crowded(9, "large.txt"), small, unreadable)
    names = page.locator("#portfolio tbody th:visible")
    assert names.all_text_contents() == ["large.txt", "small.txt", "leeg.docx"]
    page.get_by_role("button", name="Contract").click()
    assert names.all_text_contents() == ["large.txt", "leeg.docx", "small.txt"]
    page.get_by_role("button", name="errors").click()
    assert names.all_text_contents()[0] == "large.txt"
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.get_by_role("button", name="errors").click()
    assert names.all_text_contents()[-1] == "large.txt"
    page.get_by_label("Only what was not wholly read").check()
    assert set(names.all_text_contents()) == {"leeg.docx", "small.txt"}
    page.get_by_label("Search in names").fill("SMALL")
    assert names.all_text_contents() == ["small.txt"]
    assert shown(page) == 3
    page.get_by_role("link", name="small.txt").click()
    assert page.evaluate("location.hash") == "#c2"


def test_a_comparison_filters_by_what_is_new(show, next_draft):
    page = show(next_draft)
    page.get_by_role("checkbox", name="als eerst").uncheck()
    page.get_by_role("checkbox", name="niet meer aanwezig").uncheck()
    assert page.locator(".remark:visible").evaluate_all("all => all.map(one => one.dataset.standing)") == [
        "added"
    ]


def test_what_is_accepted_can_be_hidden_and_the_rest_stays(show, spared):
    page = show(spared)
    assert shown(page) == 3
    page.get_by_role("checkbox", name="aanvaard").uncheck()
    assert shown(page) == 2


def test_a_hostile_contract_runs_nothing(show):
    report = crowded(2)
    evil = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    finding = replace(report.findings[0], title=evil, message=evil, why=evil)
    page = show(replace(report, path=f"{evil}.txt", findings=(finding,)))
    assert "owned" not in page.title().replace(evil, "")
    assert page.locator("img").count() == 0
