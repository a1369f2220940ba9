"use strict";
(() => {
  const root = document.documentElement;
  const remember = (key, value) => {
    try { if (value !== undefined) localStorage.setItem(key, value); return localStorage.getItem(key); }
    catch { return null; }
  };

  const languages = document.querySelector(".languages");
  const speak = (language) => {
    root.dataset.language = root.lang = language;
    for (const button of languages.children) button.setAttribute("aria-pressed", button.dataset.language === language);
  };
  languages.hidden = false;
  languages.addEventListener("click", ({ target }) => {
    if (target.dataset.language) { speak(target.dataset.language); remember("sohoa-language", target.dataset.language); }
  });
  speak(remember("sohoa-language") || (navigator.language.startsWith("en") ? "en" : "vi"));

  const key = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.order ?? cell.textContent.trim();
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
  };
  const compare = (a, b) => (typeof a === "number" && typeof b === "number") ? a - b : String(a).localeCompare(String(b), "vi", { numeric: true });
  for (const table of document.querySelectorAll("table.sortable")) {
    table.classList.add("ready");
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.tabIndex = 0;
      const sort = () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].sort((a, b) => compare(key(a, column), key(b, column)) * (up ? 1 : -1));
        table.tBodies[0].append(...rows);
      };
      head.addEventListener("click", sort);
      head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
    });
  }

  // Tables of many rows are shown a page at a time; `paged` says how many rows and which.
  const pager = (element, size, show) => {
    let at = 0, pages = 1;
    const turn = (to, count) => {
      pages = Math.max(1, Math.ceil(count / size));
      at = Math.max(0, Math.min(pages - 1, to));
      element.hidden = pages === 1;
      element.querySelector("span").textContent = `${at + 1} / ${pages}`;
      show(at * size, (at + 1) * size);
    };
    element.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button) element.dispatchEvent(new CustomEvent("turn", { detail: at + Number(button.dataset.step) }));
    });
    return turn;
  };
  for (const table of document.querySelectorAll("table.paged")) {
    const rows = () => [...table.tBodies[0].rows];
    const below = document.createElement("p");
    below.className = "pager";
    for (const [step, sign] of [[-1, "←"], [0, ""], [1, "→"]]) {
      const part = document.createElement(step ? "button" : "span");
      if (step) part.dataset.step = step;
      part.textContent = sign; below.append(part, " ");
    }
    table.parentElement.after(below);
    const turn = pager(below, Number(table.dataset.page), (from, to) => rows().forEach((row, place) => { row.hidden = place < from || place >= to; }));
    below.addEventListener("turn", ({ detail }) => turn(detail, rows().length));
    table.tHead.addEventListener("click", () => turn(0, rows().length));
    turn(0, rows().length);
  }

  const filters = document.querySelector(".filters");
  if (!filters) return;
  filters.hidden = false;
  const data = JSON.parse(document.querySelector("#data").textContent);
  const severities = ["error", "warning", "info"];
  const both = (pair) => {
    const parts = [document.createElement("span"), document.createElement("span")];
    parts.forEach((part, place) => { part.className = part.lang = ["vi", "en"][place]; part.textContent = pair[place]; });
    return parts;
  };
  const made = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const marked = (severity) => made("span", `mark ${severities[severity]}`, ...both(data.severities[severity]));
  const called = (table, key) => (table ? [...both(data.tables[table]), ...(key ? [" ", key] : [])] : []);
  const lineOf = ([severity, document_, rule, table, key, vi, en]) => {
    const [id, name] = data.documents[document_];
    const link = made(document_ < data.shown ? "a" : "span", "", name);
    if (document_ < data.shown) link.href = `#d-${id}`;
    const named = made("td", "", ...both(data.rules[rule]));
    named.title = rule;
    return made("tr", "", made("td", "", marked(severity)), made("td", "path", link), named, made("td", "", ...called(table, key)), made("td", "", ...both([vi, en])));
  };
  const folded = data.findings.map(([, document_, rule, table, key, vi, en]) =>
    [data.documents[document_][1], ...data.rules[rule], ...(table ? data.tables[table] : []), key, vi, en].join(" ").toLocaleLowerCase("vi"));

  const search = document.querySelector("#search"), narrowed = document.querySelector("#narrowed"), body = document.querySelector("#findings tbody");
  let severity = "", rule = null, order = data.findings.map((_, place) => place), fitting = order;
  const below = document.querySelector("#worklist .pager");
  const turn = pager(below, 50, (from, to) => body.replaceChildren(...fitting.slice(from, to).map((place) => lineOf(data.findings[place]))));
  below.addEventListener("turn", ({ detail }) => turn(detail, fitting.length));
  const show = () => {
    const wanted = search.value.trim().toLocaleLowerCase("vi");
    fitting = order.filter((place) => {
      const finding = data.findings[place];
      return (!severity || severities[finding[0]] === severity) && (!rule || finding[2] === rule) && folded[place].includes(wanted);
    });
    document.querySelector("#shown").textContent = `${fitting.length} / ${data.findings.length}`;
    narrowed.hidden = !rule;
    if (rule) narrowed.firstElementChild.replaceChildren(...both(data.rules[rule]));
    turn(0, fitting.length);
  };
  const press = (wanted) => {
    severity = wanted;
    for (const button of filters.querySelectorAll("button[data-severity]")) button.setAttribute("aria-pressed", button.dataset.severity === severity);
  };
  filters.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    if (button === narrowed) rule = null; else press(button.dataset.severity);
    show();
  });
  document.querySelector("#rules").addEventListener("click", ({ target }) => {
    const row = target.closest("tbody tr");
    if (!row || !target.closest("a")) return;
    rule = row.dataset.rule; press(row.dataset.severity); search.value = ""; show();
  });
  search.addEventListener("input", show);
  const heads = [...document.querySelectorAll("#findings th")];
  const language = () => (root.dataset.language === "en" ? 1 : 0);
  const worth = [
    (f) => f[0], (f) => data.documents[f[1]][1], (f) => data.rules[f[2]][language()],
    (f) => (f[3] ? `${data.tables[f[3]][language()]} ${f[4] ?? ""}` : ""), (f) => f[5 + language()],
  ];
  heads.forEach((head, column) => {
    head.tabIndex = 0;
    const sort = () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      order = [...order].sort((a, b) => compare(worth[column](data.findings[a]), worth[column](data.findings[b])) * (up ? 1 : -1));
      show();
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  });
  for (const own of document.querySelectorAll("details[data-document]")) {
    own.addEventListener("toggle", () => {
      const list = own.querySelector("ul");
      if (!own.open || list.children.length) return;
      const place = Number(own.dataset.document);
      list.append(...data.findings.filter((finding) => finding[1] === place).map(([level, , name, table, key, vi, en]) =>
        made("li", "", marked(level), " ", made("b", "", ...both(data.rules[name])), " ", ...called(table, key), table ? ": " : "", ...both([vi, en]))));
    });
  }
  const open = () => { document.querySelector(location.hash && CSS.escape ? `#${CSS.escape(location.hash.slice(1))} details` : "#none")?.setAttribute("open", ""); };
  addEventListener("hashchange", open);
  show();
  open();
})();
