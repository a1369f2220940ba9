"use strict";
// The language of the page: the one chosen before, else that of the browser; Vietnamese where it is neither.
const spoken = (() => {
  const root = document.documentElement;
  const remember = (value) => {
    try { if (value !== undefined) localStorage.setItem("sohoa-language", value); return localStorage.getItem("sohoa-language"); }
    catch { return null; }
  };
  const heard = [];
  const speak = (language) => {
    root.dataset.language = root.lang = language;
    for (const button of document.querySelectorAll(".languages button")) button.setAttribute("aria-pressed", button.dataset.language === language);
    const label = language === "vi" ? "labelVi" : "labelEn";
    for (const named of document.querySelectorAll("[data-label-vi]")) named.setAttribute("aria-label", named.dataset[label]);
    const own = language === "vi" ? "Vi" : "En";
    for (const named of document.querySelectorAll("[data-text-vi]")) named.textContent = named.dataset[`text${own}`];
    for (const named of document.querySelectorAll("[data-placeholder-vi]")) named.placeholder = named.dataset[`placeholder${own}`];
    for (const listener of heard) listener();
  };
  document.querySelector(".languages").addEventListener("click", ({ target }) => {
    if (target.dataset.language) { remember(target.dataset.language); speak(target.dataset.language); }
  });
  speak(remember() || (navigator.language.startsWith("en") ? "en" : "vi"));
  const of = (both) => (root.dataset.language === "vi" ? both.vietnamese : both.english);
  const vocabulary = JSON.parse(document.getElementById("vocabulary").textContent);
  const meaning = (word) => (vocabulary[word] ? of(vocabulary[word]) : "");
  return {
    of, meaning,
    // A value; beside a word of a closed vocabulary, what it means.
    worded: (value, values) => {
      const meant = values?.includes(value) ? meaning(value) : "";
      return meant && meant !== value ? `${value} · ${meant}` : String(value);
    },
    // Why something was not done, as the answer has it.
    refusal: async (answer) => {
      const said = await answer.json().catch(() => ({}));
      return said.detail?.vietnamese ? of(said.detail) : `${answer.status} ${answer.statusText}`;
    },
    label: (element, name) => element.dataset[name + (root.dataset.language === "vi" ? "Vi" : "En")],
    onChange: (listener) => heard.push(listener),
  };
})();
