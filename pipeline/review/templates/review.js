"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  let items = [];
  let at = -1;

  const say = (text) => { $("status").textContent = text; };
  const shown = (value) => (value === null || value === undefined ? "–" : String(value));

  const select = (index) => {
    if (!items.length) return;
    at = Math.max(0, Math.min(items.length - 1, index));
    [...$("items").children].forEach((line, place) => line.setAttribute("aria-selected", place === at));
    $("items").children[at].scrollIntoView({ block: "nearest" });
    show(items[at]);
  };

  const show = (item) => {
    $("item").hidden = false;
    $("edit").hidden = true; $("value").hidden = false;
    $("place").textContent = `${item.source_name} · ${item.table_name} · ${item.row_key} · ${item.column_name}`;
    $("raw").textContent = shown(item.raw_text);
    $("value").textContent = shown(item.value);
    $("confidence").textContent = item.confidence === null ? "–" : item.confidence.toFixed(2);
    $("messages").replaceChildren(...item.messages.map((message) => {
      const line = document.createElement("li"); line.textContent = message; return line;
    }));
    const sheet = $("sheet");
    const wanted = item.page ? `/paper/${item.document_id}/${item.page}` : "";
    if (!wanted) { sheet.hidden = true; $("blank").hidden = false; $("box").hidden = true; return; }
    if (sheet.getAttribute("src") !== wanted) { sheet.hidden = false; $("blank").hidden = true; sheet.setAttribute("src", wanted); }
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
    line.firstChild.textContent = shown(item.value);
    say(`${item.row_key} ${item.column_name}: ${$("status").dataset[verdict]}`);
    count(verdict === "undone" ? -1 : 1);
    select(verdict === "undone" ? place : place + 1);
  };

  const edit = () => {
    $("value").hidden = true; $("edit").hidden = false;
    $("entry").value = items[at].value ?? items[at].raw_text ?? "";
    $("entry").focus(); $("entry").select();
  };
  const leave = () => { $("edit").hidden = true; $("value").hidden = false; $("items").focus(); };

  // While an input method composes (Telex types "ee" for "ê"), its keys are letters and no commands.
  $("entry").addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") { event.preventDefault(); leave(); }
  });
  $("edit").addEventListener("submit", (event) => { event.preventDefault(); const value = $("entry").value; leave(); decide("corrected", value); });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === "g") { event.preventDefault(); location.assign("/entities"); return; }
    if (at < 0) return;
    const commands = {
      j: () => select(at + 1), ArrowDown: () => select(at + 1), k: () => select(at - 1), ArrowUp: () => select(at - 1),
      a: () => decide("accepted"), x: () => decide("rejected"), e: edit, Enter: edit,
      u: () => { const last = items[at].seen ? at : at - 1; if (last >= 0 && items[last].seen) { at = last; decide("undone"); } },
    };
    if (commands[event.key]) { event.preventDefault(); commands[event.key](); }
  });

  let decided = 0, values = 0;
  const count = (more) => { decided += more; $("progress").textContent = `${decided} / ${values} ${$("progress").dataset.decided}`; };

  const load = async () => {
    const answer = await (await fetch("/worklist")).json();
    items = answer.items;
    ({ decided, values } = answer.progress);
    count(0);
    $("nothing").hidden = items.length > 0;
    $("items").replaceChildren(...items.map((item, place) => {
      item.extracted = item.value;
      const line = document.createElement("li");
      const small = document.createElement("small");
      line.setAttribute("role", "option");
      line.append(shown(item.value), small);
      small.textContent = `${item.source_name} · ${item.table_name} ${item.row_key} · ${item.column_name}`;
      line.addEventListener("click", () => select(place));
      return line;
    }));
    if (items.length) { select(0); $("items").focus(); }
  };
  load();
})();
