"use strict";
(() => {
  const { $, say, ask, send } = listing;
  let items = [];
  let at = -1;
  let decided = 0, total = 0;

  const label = (side) => [side.kind === "act" ? side.code : null, side.name].filter(Boolean).join(" · ") || side.code || side.entity_key;
  // What tells the two apart: the other name, or where that is the same, the first other fact, the code or the body.
  const apart = ({ one, other }) => {
    if (label(one) !== label(other)) return label(other);
    const fact = ["code", "dated", "within"].find((name) => one[name] !== other[name]);
    return fact ? `${one[fact] ?? "–"} / ${other[fact] ?? "–"}` : label(other);
  };
  const count = (more) => { decided += more; $("progress").textContent = `${decided} / ${total} ${spoken.label($("progress"), "decided")}`; };

  const select = (index) => {
    if (!items.length) return;
    at = listing.choose(index, at);
    show(items[at]);
  };

  // What two names share at both ends is plain, what differs between is marked.
  const marked = (text, against) => {
    let start = 0;
    while (start < text.length && text[start] === against[start]) start += 1;
    let end = 0;
    while (end < text.length - start && end < against.length - start && text.at(-1 - end) === against.at(-1 - end)) end += 1;
    const differs = document.createElement("mark");
    differs.textContent = text.slice(start, text.length - end);
    return [text.slice(0, start), ...(differs.textContent ? [differs] : []), text.slice(text.length - end)];
  };

  const show = (item) => {
    $("pair").hidden = false;
    $("score").textContent = item.score.toFixed(2);
    $("reason").textContent = spoken.of(item.reason);
    for (const cell of document.querySelectorAll("#pair td")) {
      const { side, fact } = cell.dataset;
      const value = item[side][fact];
      const facing = item[side === "one" ? "other" : "one"][fact];
      if (Array.isArray(value)) {
        cell.replaceChildren(...value.map((text) => { const line = document.createElement("div"); line.textContent = text.vietnamese ? spoken.of(text) : text; return line; }));
      } else if (value?.vietnamese) {
        cell.textContent = spoken.of(value);
      } else if (typeof value === "string" && typeof facing === "string" && value !== facing) {
        cell.replaceChildren(...marked(value, facing));
      } else cell.textContent = value ?? "–";
    }
  };

  const decide = async (verdict, keepRight) => {
    const item = items[at];
    const place = at;
    const keys = [item.one.entity_key, item.other.entity_key];
    const [kept, other] = keepRight ? [keys[1], keys[0]] : keys;
    const why = reason.given();
    if (!(await send("/pairs", { kept, other, verdict, reason: why }))) return;
    reason.clear();
    const line = $("items").children[place];
    const before = Boolean(line.dataset.verdict);
    if (verdict === "undone") delete line.dataset.verdict;
    else line.dataset.verdict = verdict === "different" ? "rejected" : verdict;
    say(`${label(item.one)} / ${label(item.other)}: ${spoken.label($("status"), verdict)}${why ? ` (${why})` : ""}`);
    count(Number(verdict !== "undone") - Number(before));
    select(verdict === "undone" ? place : place + 1);
  };

  const command = (key) => {
    const pages = { v: "/", g: "/", f: "/findings" }; // v as on the page of findings
    if (pages[key]) { location.assign(pages[key]); return true; }
    if (at < 0) return false;
    const commands = {
      j: () => select(at + 1), ArrowDown: () => select(at + 1), k: () => select(at - 1), ArrowUp: () => select(at - 1),
      c: reason.ask, s: () => decide("same"), r: () => decide("same", true), d: () => decide("different"),
      u: () => {
        const done = (place) => place >= 0 && $("items").children[place].dataset.verdict;
        const last = done(at) ? at : at - 1;
        if (done(last)) { at = last; decide("undone"); }
      },
    };
    commands[key]?.();
    return Boolean(commands[key]);
  };
  listing.obey(command);

  spoken.onChange(() => { count(0); if (at >= 0) show(items[at]); });

  const load = async () => {
    const said = await ask("/pairs");
    if (!said) return;
    ({ items, total } = await said.json());
    count(0);
    $("nothing").hidden = items.length > 0;
    $("items").replaceChildren(...items.map((item, place) => {
      const line = document.createElement("li");
      const small = document.createElement("small");
      line.setAttribute("role", "option");
      line.id = `line-${place}`;
      line.append(label(item.one), small);
      small.textContent = `${apart(item)} · ${item.score.toFixed(2)}`;
      line.addEventListener("click", () => select(place));
      return line;
    }));
    if (items.length) { select(0); $("items").focus(); }
  };
  load();
})();
