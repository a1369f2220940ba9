"use strict";
(() => {
  const { $, say, ask, send } = listing;
  const asked = new URLSearchParams(location.search);
  let items = [], at = -1, offset = 0, total = 0, settled = 0, known = 0, choices = { documents: [], rules: [] };

  const named = (item) => [item.source_name, item.table_name && `${spoken.of(item.called.table)} ${item.row_key ?? ""}`].filter(Boolean).join(" · ");
  const count = () => { $("progress").textContent = `${settled} / ${known} ${spoken.label($("progress"), "settled")}`; };

  const select = (index) => {
    if (!items.length) return;
    at = listing.choose(index, at);
    show(items[at]);
  };

  const show = (item) => {
    $("item").hidden = false;
    $("place").textContent = named(item);
    $("place").title = item.rule;
    $("said").textContent = `${spoken.of(item.called.rule)}. ${spoken.of(item.message)}`;
    $("said").className = item.severity;
    $("to-row").hidden = !item.row_key;
    $("row").hidden = true;
    reason.tell({ document_id: item.document_id, table_name: "findings", row_key: item.key, column_name: "status" });
    fillRow(item);
  };

  // The values of the row stand beside the sentence: what it says is judged by them.
  const fillRow = async (item) => {
    let columns = [];
    if (item.row_key) {
      const where = new URLSearchParams({ document_id: item.document_id, table_name: item.table_name, row_key: item.row_key });
      const answer = await ask(`/row?${where}`);
      if (answer?.ok) columns = (await answer.json()).columns.filter((column) => column.value !== null);
    }
    if (item !== items[at]) return;
    $("filled").replaceChildren(...columns.flatMap((column) => {
      const name = document.createElement("dt"), value = document.createElement("dd");
      name.textContent = spoken.of(column.called); value.textContent = spoken.worded(column.value, column.values); return [name, value];
    }));
    $("row").hidden = columns.length === 0;
    const longest = columns.map((column) => String(column.value)).sort((a, b) => b.length - a.length);
    paper.show(item, [item.row_key, ...longest]);
  };

  const settle = async (place, undo) => {
    const item = items[place];
    const why = reason.given();
    const said = await send("/settlements", { document_id: item.document_id, key: item.key, undo, reason: why });
    if (!said) return;
    if (said.status !== item.status) settled += undo ? -1 : 1;
    item.status = said.status;
    reason.clear();
    mark($("items").children[place], item);
    say(`${spoken.of(item.called.rule)}: ${spoken.label($("status"), said.status)}${why ? ` (${why})` : ""}`);
    count();
    select(undo ? place : place + 1);
  };

  const mark = (line, item) => { if (item.status === "settled") line.dataset.verdict = "accepted"; else delete line.dataset.verdict; };
  const fill = (line, item) => {
    const severity = document.createElement("b"), small = document.createElement("small");
    severity.className = item.severity;
    severity.textContent = spoken.label($("items"), item.severity);
    small.textContent = named(item);
    line.replaceChildren(severity, ` ${spoken.of(item.called.rule)}`, small);
    mark(line, item);
  };

  const turn = (step) => {
    const to = listing.turned(offset, step, total);
    if (to === null) return;
    offset = to; load();
  };
  const command = (key) => {
    const anywhere = {
      g: () => location.assign("/entities"), v: () => location.assign("/"),
      "/": () => $("letters").focus(), "[": () => turn(-1), "]": () => turn(1),
    };
    if (anywhere[key]) { anywhere[key](); return true; }
    if (at < 0) return false;
    const item = items[at];
    const undone = item.status === "settled" ? at : at - 1;
    const commands = {
      j: () => select(at + 1), ArrowDown: () => select(at + 1), k: () => select(at - 1), ArrowUp: () => select(at - 1),
      Home: () => select(0), End: () => select(items.length - 1), c: reason.ask,
      a: () => settle(at, false), u: () => { if (undone >= 0 && items[undone].status === "settled") settle(undone, true); },
      Enter: () => {
        const { document_id, table_name, row_key } = item;
        if (row_key) location.assign(`/?${new URLSearchParams({ document_id, table_name, row_key })}`);
      },
    };
    commands[key]?.();
    return Boolean(commands[key]);
  };
  listing.obey(command);
  $("back").addEventListener("click", () => turn(-1));
  $("on").addEventListener("click", () => turn(1));

  const filter = $("filter");
  const narrow = () => {
    for (const field of filter.elements) if (field.value) asked.set(field.name, field.value); else asked.delete(field.name);
    offset = 0;
    history.replaceState(null, "", `?${asked}`);
    load(true);
  };
  filter.addEventListener("submit", (event) => { event.preventDefault(); $("items").focus(); });
  filter.addEventListener("change", (event) => { if (event.target !== $("letters")) narrow(); });
  let pause = 0;
  $("letters").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(narrow, 250); });
  $("letters").addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); $("letters").value = ""; narrow(); $("items").focus(); } });

  const choose = () => {
    const offer = (name, options) => {
      const field = filter.elements[name];
      field.replaceChildren(new Option(spoken.label(field, "all"), ""), ...options);
      field.value = asked.get(name) ?? "";
    };
    offer("document_id", choices.documents.map((each) => new Option(each.source_name, each.document_id)));
    offer("rule", choices.rules.map((each) => new Option(spoken.of(each.called), each.rule)));
  };
  spoken.onChange(() => {
    count(); choose();
    [...$("items").children].forEach((line, place) => fill(line, items[place]));
    if (at >= 0) show(items[at]);
  });

  let asking = 0;
  const load = async (keepFocus) => {
    const mine = ++asking;
    const query = new URLSearchParams(asked);
    query.set("offset", offset);
    const said = await ask(`/found?${query}`);
    if (!said || mine !== asking) return;
    const answer = await said.json();
    ({ items, total } = answer);
    choices = answer;
    settled = answer.progress.settled; known = answer.progress.findings;
    choose(); count();
    listing.page(offset, items.length, total);
    $("nothing").hidden = items.length > 0;
    $("items").replaceChildren(...items.map((item, place) => {
      const line = document.createElement("li");
      line.setAttribute("role", "option");
      line.id = `line-${place}`;
      fill(line, item);
      line.addEventListener("click", () => select(place));
      return line;
    }));
    at = -1;
    if (!items.length) { $("item").hidden = true; return; }
    select(0);
    if (!keepFocus) $("items").focus();
  };
  for (const name of ["severity", "status", "letters"]) if (asked.has(name)) filter.elements[name].value = asked.get(name);
  load();
})();
