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

  const filters = document.querySelector(".filters");
  if (!filters) return;
  filters.hidden = false;
  const rows = [...document.querySelectorAll("#findings tbody tr")];
  const search = document.querySelector("#search");
  let severity = "";
  const show = () => {
    const wanted = search.value.trim().toLocaleLowerCase("vi");
    let shown = 0;
    for (const row of rows) {
      row.hidden = (severity && row.dataset.severity !== severity) || !row.textContent.toLocaleLowerCase("vi").includes(wanted);
      shown += !row.hidden;
    }
    document.querySelector("#shown").textContent = `${shown} / ${rows.length}`;
  };
  filters.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    severity = button.dataset.severity;
    for (const other of filters.querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
    show();
  });
  search.addEventListener("input", show);
  show();
})();
