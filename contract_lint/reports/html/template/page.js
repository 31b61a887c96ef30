"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const remarks = all(".remark");
  const marks = all("mark[data-notes]");
  const status = byId("status");
  let current = -1;

  // What is stored is only a wish of the reader; a browser that keeps nothing is no fault.
  const kept = (name) => { try { return localStorage.getItem("contract-lint-" + name); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem("contract-lint-" + name, value); } catch { /* private */ } };

  // Filters

  const chosen = (name) => {
    const boxes = all(`input[name="${name}"]`);
    return boxes.length ? new Set(boxes.filter((box) => box.checked).map((box) => box.value)) : null;
  };

  function filter() {
    const severities = chosen("severity"), standings = chosen("standing"), family = byId("family").value;
    const shown = (element) => severities.has(element.dataset.severity)
      && (!standings || !element.dataset.standing || standings.has(element.dataset.standing))
      && (!family || family === element.dataset.family);
    for (const element of [...remarks, ...all(".index li")]) element.classList.toggle("out", !shown(element));
    for (const mark of marks) {
      const seen = mark.dataset.notes.split(" ").filter((id) => !byId(id).classList.contains("out"));
      mark.classList.toggle("plain", !seen.length);
    }
    for (const link of all(".ref")) link.classList.toggle("out", byId(link.hash.slice(1)).classList.contains("out"));
    say();
  }

  const visible = () => remarks.filter((remark) => remark.checkVisibility());

  function say() {
    const shown = visible().length, place = visible().indexOf(document.activeElement);
    const count = status.dataset.shown.replace("{shown}", shown).replace("{all}", remarks.length);
    if (place >= 0) status.textContent = `${place + 1} / ${shown}`;
    else if (shown === remarks.length) status.textContent = "";
    else status.textContent = shown ? count : status.dataset.nothing;
  }

  // From finding to finding

  // From the finding that was last looked at, else from what stands at the top of the window.
  function walk(step) {
    const seen = visible();
    const at = current >= 0 ? current : remarks.indexOf(seen.find((remark) => top(remark) > 60)) - (step > 0 ? 1 : 0);
    const beyond = seen.filter((remark) => (remarks.indexOf(remark) - at) * step > 0);
    const next = step > 0 ? beyond[0] : beyond.at(-1);
    if (next) go(next);
    else say();
  }

  const top = (remark) => remark.getBoundingClientRect().top;

  function go(remark) {
    remark.focus({ preventScroll: true });
    remark.scrollIntoView({ block: "center" });
  }

  function point(remark) {
    for (const mark of all("mark.here")) mark.classList.remove("here");
    if (!remark) return;
    for (const mark of marks) mark.classList.toggle("here", mark.dataset.notes.split(" ").includes(remark.id));
  }

  document.addEventListener("focusin", (event) => {
    const remark = event.target.closest(".remark");
    if (remark) current = remarks.indexOf(remark);
    point(remark);
    say();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const remark = link && byId(link.hash.slice(1));
    if (!remark || !remark.classList.contains("remark")) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    go(remark);
  });

  // Light or dark

  function dress(theme) {
    if (theme) root.dataset.theme = theme;
  }

  function turn() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dress(dark ? "light" : "dark");
    keep("theme", root.dataset.theme);
  }

  // The portfolio

  function sieve() {
    const wanted = byId("search").value.trim().toLowerCase(), unread = byId("only-unread").checked;
    for (const row of all("#portfolio tbody tr")) {
      const out = !row.dataset.name.includes(wanted) || (unread && row.dataset.unread === "0");
      row.classList.toggle("out", out);
      byId(row.dataset.sheet).classList.toggle("out", out);
    }
    say();
  }

  function sort(head) {
    const column = head.cellIndex, number = head.dataset.sort === "number";
    const down = head.ariaSort ? head.ariaSort === "ascending" : number;
    for (const other of all("#portfolio thead th")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = byId("portfolio").tBodies[0];
    const value = (row) => row.cells[column].textContent.trim();
    const order = (a, b) => number ? value(a) - value(b) : value(a).localeCompare(value(b), root.lang);
    body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * order(a, b)));
  }

  if (byId("portfolio")) {
    byId("sieve").hidden = false;
    byId("search").addEventListener("input", sieve);
    byId("only-unread").addEventListener("change", sieve);
    for (const head of all("#portfolio thead th")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(head));
    }
  }

  // Keys

  const help = byId("help"), shortcuts = byId("shortcuts");
  shortcuts.checked = kept("keys") !== "no";
  shortcuts.addEventListener("change", () => keep("keys", shortcuts.checked ? "yes" : "no"));

  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    ArrowRight: () => walk(1),
    ArrowLeft: () => walk(-1),
    t: turn,
    f: () => byId("family").focus(),
    "?": () => help.showModal(),
  };
  all('input[name="severity"]').forEach((box, at) => { keys[at + 1] = () => box.click(); });

  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest("input:not([type='checkbox']), select, textarea, dialog, .scroll");
    if (!shortcuts.checked || writes || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  byId("tools").hidden = false;
  byId("tools").addEventListener("change", filter);
  byId("previous").addEventListener("click", () => walk(-1));
  byId("next").addEventListener("click", () => walk(1));
  byId("theme").addEventListener("click", turn);
  byId("ask").addEventListener("click", () => help.showModal());
  addEventListener("beforeprint", () => { for (const one of all("details")) one.open = true; });
  dress(kept("theme"));
  filter();  // a browser may remember boxes of the visit before
})();
