"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  let items = [];
  let at = -1;

  const say = (text) => { $("status").textContent = text; };
  const shown = (value) => (value === null || value === undefined ? "–" : String(value));
  const named = (item) => `${spoken.of(item.called.table)} ${item.row_key} · ${spoken.of(item.called.column)}`;

  const select = (index) => {
    if (!items.length) return;
    at = Math.max(0, Math.min(items.length - 1, index));
    [...$("items").children].forEach((line, place) => line.setAttribute("aria-selected", place === at));
    $("items").children[at].scrollIntoView({ block: "nearest" });
    show(items[at]);
  };

  const show = (item) => {
    $("item").hidden = false;
    $("edit").hidden = true; $("value").hidden = false; $("add").hidden = true;
    $("place").textContent = `${item.source_name} · ${named(item)}`;
    $("place").title = `${item.table_name}.${item.column_name}`;
    $("raw").textContent = shown(item.raw_text);
    $("value").textContent = shown(item.value);
    $("confidence").textContent = item.confidence === null ? "–" : item.confidence.toFixed(2);
    $("messages").replaceChildren(...item.messages.map((message) => {
      const line = document.createElement("li"); line.className = message.severity; line.textContent = spoken.of(message); return line;
    }));
    const sheet = $("sheet");
    const wanted = item.page ? `/paper/${item.document_id}/${item.page}` : "";
    if (!wanted) { sheet.hidden = true; $("blank").hidden = false; $("box").hidden = true; return; }
    if (sheet.getAttribute("src") !== wanted) { $("box").hidden = true; sheet.hidden = false; $("blank").hidden = true; sheet.setAttribute("src", wanted); }
    else mark();
  };

  const mark = () => {
    const item = items[at];
    const box = $("box");
    const known = item && item.x0 !== null && item.width && !$("sheet").hidden;
    box.hidden = !known;
    if (!known) return;
    const share = (value, whole) => `${(100 * value / whole).toFixed(3)}%`;
    box.style.left = share(item.x0, item.width); box.style.width = share(item.x1 - item.x0, item.width);
    box.style.top = share(item.y0, item.height); box.style.height = share(item.y1 - item.y0, item.height);
    box.scrollIntoView({ block: "center" });
  };
  $("sheet").addEventListener("load", mark);
  $("sheet").addEventListener("error", () => { $("sheet").hidden = true; $("box").hidden = true; $("blank").hidden = false; });

  const decide = async (verdict, value) => {
    const item = items[at];
    const place = at;
    const body = { verdict, new_value: value ?? null, seen: item.seen };
    for (const name of ["document_id", "table_name", "row_key", "column_name"]) body[name] = item[name];
    const answer = await fetch("/decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) { say(typeof said.detail === "string" ? said.detail : answer.statusText); return; }
    item.seen = said.review_id;
    const line = $("items").children[place];
    if (verdict === "undone") { delete line.dataset.verdict; item.value = item.extracted; }
    else { line.dataset.verdict = verdict; if (verdict === "corrected") item.value = value; if (verdict === "rejected") item.value = null; }
    fill(line, item);
    say(`${named(item)}: ${spoken.label($("status"), verdict)}`);
    count(verdict === "undone" ? -1 : 1);
    select(verdict === "undone" ? place : place + 1);
  };

  const edit = () => {
    $("value").hidden = true; $("edit").hidden = false;
    $("entry").value = items[at].value ?? items[at].raw_text ?? "";
    $("entry").focus(); $("entry").select();
  };
  const leave = () => { $("edit").hidden = true; $("value").hidden = false; $("add").hidden = true; $("items").focus(); };

  // The columns of the row in which nothing stands yet, to be filled in; the others beside them, for the eye.
  let row = [];
  const add = async () => {
    const item = items[at];
    const where = new URLSearchParams({ document_id: item.document_id, table_name: item.table_name, row_key: item.row_key });
    const answer = await fetch(`/row?${where}`);
    const said = await answer.json();
    if (!answer.ok) { say(said.detail); return; }
    row = said.columns.filter((column) => column.value === null);
    $("column").replaceChildren(...row.map((column) => new Option(spoken.of(column.called), column.column_name)));
    $("column").size = Math.min(Math.max(row.length, 2), 8);
    if (row.length) $("column").selectedIndex = Math.max(0, row.findIndex((column) => column.column_name === item.column_name));
    $("filled").replaceChildren(...said.columns.filter((column) => column.value !== null).flatMap((column) => {
      const name = document.createElement("dt"), value = document.createElement("dd");
      name.textContent = spoken.of(column.called); value.textContent = shown(column.value); return [name, value];
    }));
    $("full").hidden = row.length > 0; $("column").hidden = $("new").hidden = row.length === 0;
    $("new").value = ""; $("add").hidden = false;
    (row.length ? $("column") : $("items")).focus();
    know();
  };
  const know = () => {
    const column = row[$("column").selectedIndex];
    $("known").replaceChildren(...(column ? column.values : []).map((value) => new Option(value)));
    $("new").placeholder = column ? column.about : "";
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
      const blank = { raw_text: null, confidence: null, x0: null, value: null, extracted: null, seen: column.seen };
      const item = { ...here, ...blank, column_name: column.column_name, called: { table: here.called.table, column: column.called } };
      items.splice(place, 0, item);
      $("items").insertBefore(lineOf(item), $("items").children[place] ?? null);
    }
    leave();
    select(place);
    decide("corrected", value);
  });

  // While an input method composes (Telex types "ee" for "ê"), its keys are letters and no commands.
  $("entry").addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") { event.preventDefault(); leave(); }
  });
  $("edit").addEventListener("submit", (event) => { event.preventDefault(); const value = $("entry").value; leave(); decide("corrected", value); });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLButtonElement) return;
    if (event.key === "g") { event.preventDefault(); location.assign("/entities"); return; }
    if (at < 0) return;
    const commands = {
      j: () => select(at + 1), ArrowDown: () => select(at + 1), k: () => select(at - 1), ArrowUp: () => select(at - 1),
      a: () => (items[at].value === null ? edit() : decide("accepted")), x: () => decide("rejected"), e: edit, Enter: edit, n: add,
      u: () => { const last = items[at].seen ? at : at - 1; if (last >= 0 && items[last].seen) { at = last; decide("undone"); } },
    };
    if (commands[event.key]) { event.preventDefault(); commands[event.key](); }
  });

  let decided = 0, values = 0;
  const count = (more) => { decided += more; $("progress").textContent = `${decided} / ${values} ${spoken.label($("progress"), "decided")}`; };

  const fill = (line, item) => {
    const empty = item.value === null || item.value === undefined;
    line.firstChild.textContent = empty ? spoken.label($("items"), "empty") : String(item.value);
    line.classList.toggle("empty", empty);
    line.lastChild.textContent = `${item.source_name} · ${named(item)}`;
  };
  const lineOf = (item) => {
    const line = document.createElement("li");
    line.setAttribute("role", "option");
    line.append("", document.createElement("small"));
    fill(line, item);
    line.addEventListener("click", () => select(items.indexOf(item)));
    return line;
  };
  spoken.onChange(() => {
    count(0);
    [...$("items").children].forEach((line, place) => fill(line, items[place]));
    if (at >= 0) show(items[at]);
  });

  const load = async () => {
    const answer = await (await fetch("/worklist")).json();
    items = answer.items;
    ({ decided, values } = answer.progress);
    count(0);
    $("nothing").hidden = items.length > 0;
    for (const item of items) item.extracted = item.value;
    $("items").replaceChildren(...items.map(lineOf));
    if (items.length) { select(0); $("items").focus(); }
  };
  load();
})();
