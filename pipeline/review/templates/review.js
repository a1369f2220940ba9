"use strict";
(() => {
  const { $, say, ask, send } = listing;
  let items = [];
  let at = -1;
  let offset = 0, total = 0;
  const asked = new URLSearchParams(location.search);
  const LINE = 60; // letters that the line for a value shows at once

  const shown = (value, values) => (value === null || value === undefined ? "–" : spoken.worded(value, values));
  const named = (item) => `${spoken.of(item.called.table)} ${item.row_key} · ${spoken.of(item.called.column)}`;

  const where = ({ document_id, table_name, row_key, column_name }) => ({ document_id, table_name, row_key, column_name });

  const select = (index) => {
    if (!items.length) return;
    at = listing.choose(index, at);
    show(items[at]);
  };

  const show = (item) => {
    $("item").hidden = false;
    $("edit").hidden = true; $("value").hidden = false; $("add").hidden = true;
    $("place").textContent = `${item.source_name} · ${named(item)}`;
    $("place").title = `${item.table_name}.${item.column_name}`;
    $("raw").textContent = shown(item.raw_text);
    $("value").textContent = shown(item.value, item.values);
    $("confidence").textContent = item.confidence === null ? "–" : item.confidence.toFixed(2);
    $("messages").replaceChildren(...item.messages.map((message) => {
      const line = document.createElement("li"); line.className = message.severity; line.textContent = spoken.of(message); return line;
    }));
    reason.tell(item.seen ? where(item) : null);
    paper.show(item, [item.value, item.raw_text]);
  };

  const decide = async (verdict, value, why = reason.given()) => {
    const item = items[at];
    const place = at;
    const body = { verdict, new_value: value ?? null, seen: item.seen, reason: why };
    Object.assign(body, where(item));
    const said = await send("/decisions", body);
    if (!said) return;
    item.seen = said.review_id;
    reason.clear();
    const line = $("items").children[place], before = Boolean(line.dataset.verdict);
    if (verdict === "undone") { delete line.dataset.verdict; item.value = item.extracted; }
    else { line.dataset.verdict = verdict; if (verdict === "corrected") item.value = said.value; if (verdict === "rejected") item.value = null; }
    fill(line, item);
    say(`${named(item)}: ${spoken.label($("status"), verdict)}${why ? ` (${why})` : ""}`);
    count(Number(verdict !== "undone") - Number(before));
    select(verdict === "undone" ? place : place + 1);
  };

  const edit = () => {
    $("value").hidden = true; $("edit").hidden = false;
    offer(items[at].values);
    const text = String(items[at].value ?? items[at].raw_text ?? "").replace(/\s+/g, " ").trim();
    // A sentence is seen whole while it is mended; a word of a vocabulary is chosen from a list, which one line has.
    const long = text.length > LINE && !items[at].values.length;
    $("entry").hidden = long; $("sentence").hidden = !long;
    const field = $(long ? "sentence" : "entry");
    field.value = text;
    field.focus(); field.select();
    if (long) grow();
  };
  const grow = () => { $("sentence").style.height = "auto"; $("sentence").style.height = `${$("sentence").scrollHeight + 4}px`; };
  $("sentence").addEventListener("input", grow);
  const leave = () => { $("edit").hidden = true; $("value").hidden = false; $("add").hidden = true; $("items").focus(); };

  // The columns of the row in which nothing stands yet, to be filled in; the others beside them, for the eye.
  let row = [];
  const add = async () => {
    const item = items[at];
    const answer = await ask(`/row?${new URLSearchParams(where(item))}`);
    if (!answer) return;
    if (!answer.ok) { say(await spoken.refusal(answer)); return; }
    const said = await answer.json();
    row = said.columns.filter((column) => column.value === null);
    $("column").replaceChildren(...row.map((column) => new Option(spoken.of(column.called), column.column_name)));
    $("column").size = Math.min(Math.max(row.length, 2), 8);
    if (row.length) $("column").selectedIndex = Math.max(0, row.findIndex((column) => column.column_name === item.column_name));
    $("filled").replaceChildren(...said.columns.filter((column) => column.value !== null).flatMap((column) => {
      const name = document.createElement("dt"), value = document.createElement("dd");
      name.textContent = spoken.of(column.called); value.textContent = shown(column.value, column.values); return [name, value];
    }));
    $("full").hidden = row.length > 0;
    for (const field of [$("column"), $("new"), $("add").querySelector("button")]) field.hidden = row.length === 0;
    $("new").value = ""; $("add").hidden = false;
    (row.length ? $("column") : $("items")).focus();
    know();
  };
  const offer = (values) => $("known").replaceChildren(...values.map((value) => new Option(spoken.meaning(value), value)));
  const know = () => {
    const column = row[$("column").selectedIndex];
    offer(column ? column.values : []);
    $("new").placeholder = column ? spoken.of(column.about) : "";
  };
  $("column").addEventListener("change", know);
  $("column").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); $("new").focus(); }
    if (event.key === "Escape") { event.preventDefault(); leave(); }
  });
  $("new").addEventListener("keydown", (event) => {
    if (!event.isComposing && event.keyCode !== 229 && event.key === "Escape") { event.preventDefault(); leave(); }
  });
  $("add").addEventListener("submit", async (event) => {
    event.preventDefault();
    const column = row[$("column").selectedIndex], value = $("new").value;
    if (!column || !value.trim()) return;
    const here = items[at];
    let place = items.findIndex((item) => ["document_id", "table_name", "row_key"].every((name) => item[name] === here[name]) && item.column_name === column.column_name);
    if (place < 0) {
      place = at + 1;
      const blank = { verdict: null, raw_text: null, confidence: null, x0: null, value: null, extracted: null, seen: column.seen };
      const item = { ...here, ...blank, column_name: column.column_name, values: column.values, called: { table: here.called.table, column: column.called } };
      items.splice(place, 0, item);
      $("items").insertBefore(lineOf(item), $("items").children[place] ?? null);
    }
    const why = reason.given();
    leave();
    select(place);
    decide("corrected", value, why);
  });

  // While an input method composes (Telex types "ee" for "ê"), its keys are letters and no commands.
  for (const field of [$("entry"), $("sentence")]) field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") { event.preventDefault(); leave(); }
    if (event.key === "Enter" && field === $("sentence")) { event.preventDefault(); $("edit").requestSubmit(); }
  });
  $("edit").addEventListener("submit", (event) => {
    event.preventDefault();
    const value = $($("entry").hidden ? "sentence" : "entry").value;
    leave();
    decide("corrected", value);
  });

  const command = (key) => {
    const anywhere = {
      g: () => location.assign("/entities"), f: () => location.assign("/findings"),
      "/": () => $("letters").focus(), "[": () => turn(-1), "]": () => turn(1),
    };
    if (anywhere[key]) { anywhere[key](); return true; }
    if (at < 0) return false;
    const commands = {
      j: () => select(at + 1), ArrowDown: () => select(at + 1), k: () => select(at - 1), ArrowUp: () => select(at - 1),
      Home: () => select(0), End: () => select(items.length - 1),
      Escape: leave, a: () => (items[at].value === null ? edit() : decide("accepted")), x: () => decide("rejected"), e: edit, Enter: edit, n: add, c: reason.ask,
      u: () => { const last = decidedUpon(at) ? at : at - 1; if (decidedUpon(last)) { at = last; decide("undone"); } },
    };
    commands[key]?.();
    return Boolean(commands[key]);
  };
  listing.obey(command);

  const decidedUpon = (place) => Boolean($("items").children[place]?.dataset.verdict);
  let decided = 0, values = 0;
  const count = (more) => { decided += more; $("progress").textContent = `${decided} / ${values} ${spoken.label($("progress"), "decided")}`; };

  const fill = (line, item) => {
    const empty = item.value === null || item.value === undefined;
    const none = line.dataset.verdict === "rejected" ? spoken.label($("status"), "rejected") : spoken.label($("items"), "empty");
    line.firstChild.textContent = empty ? none : spoken.worded(item.value, item.values);
    line.classList.toggle("empty", empty);
    line.lastChild.textContent = `${item.source_name} · ${named(item)}`;
  };
  let lines = 0;
  const lineOf = (item) => {
    const line = document.createElement("li");
    line.setAttribute("role", "option");
    line.id = `line-${++lines}`;
    if (item.verdict) line.dataset.verdict = item.verdict;
    line.append("", document.createElement("small"));
    fill(line, item);
    line.addEventListener("click", () => select(items.indexOf(item)));
    return line;
  };
  spoken.onChange(() => {
    count(0); choose(documents);
    [...$("items").children].forEach((line, place) => fill(line, items[place]));
    if (at >= 0) show(items[at]);
  });

  // The documents to choose from stand in the language of the page; so does what the list is narrowed to.
  const choose = (documents) => {
    const chosen = asked.get("document_id") ?? "";
    $("of-document").replaceChildren(new Option(spoken.label($("of-document"), "all"), ""), ...documents.map((each) => new Option(each.source_name, each.document_id)));
    $("of-document").value = chosen;
    const row = asked.get("row_key");
    $("whole").hidden = !row;
    $("whole").lastElementChild.textContent = row ?? "";
  };
  const turn = (step) => {
    const to = listing.turned(offset, step, total);
    if (to === null) return;
    offset = to; load();
  };
  $("back").addEventListener("click", () => turn(-1));
  $("on").addEventListener("click", () => turn(1));

  const narrow = (name, value) => {
    if (value) asked.set(name, value); else asked.delete(name);
    if (name === "document_id") { asked.delete("table_name"); asked.delete("row_key"); }
    offset = 0;
    history.replaceState(null, "", `?${asked}`);
    load(true);
  };
  $("filter").addEventListener("submit", (event) => { event.preventDefault(); $("items").focus(); });
  $("of-document").addEventListener("change", () => narrow("document_id", $("of-document").value));
  $("state").addEventListener("change", () => narrow("state", $("state").value));
  $("whole").addEventListener("click", () => { asked.delete("table_name"); narrow("row_key", ""); });
  let pause = 0;
  $("letters").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(() => narrow("letters", $("letters").value.trim()), 250); });
  $("letters").addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); $("letters").value = ""; narrow("letters", ""); $("items").focus(); } });

  let documents = [], asking = 0;
  const load = async (keepFocus) => {
    const mine = ++asking;
    const query = new URLSearchParams(asked);
    query.set("offset", offset);
    const said = await ask(`/worklist?${query}`);
    if (!said || mine !== asking) return;
    const answer = await said.json();
    ({ items, total, documents } = answer);
    ({ decided, values } = answer.progress);
    choose(documents);
    listing.page(offset, items.length, total);
    count(0);
    $("nothing").hidden = items.length > 0;
    for (const item of items) if (item.extracted === undefined) item.extracted = item.value;
    $("items").replaceChildren(...items.map(lineOf));
    at = -1;
    if (!items.length) { $("item").hidden = true; return; }
    select(0);
    if (!keepFocus) $("items").focus();
  };
  $("state").value = asked.get("state") ?? "open";
  $("letters").value = asked.get("letters") ?? "";
  load();
})();
