"use strict";
// The reason of a decision: a line that goes with the next decision and is gone after it; and who decided what, why.
const reason = (() => {
  const field = document.getElementById("why"), told = document.getElementById("decision");
  const back = () => document.getElementById("items").focus();
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") field.value = "";
    if (event.key === "Escape" || event.key === "Enter") { event.preventDefault(); back(); }
  });
  const tell = (item) => {
    told.hidden = !item.reviewer;
    if (told.hidden) return;
    const why = item.reason ? ` · ${spoken.label(told, "reason")}: ${item.reason}` : "";
    told.textContent = `${item.reviewer} · ${item.reviewed_at.slice(0, 16).replace("T", " ")} UTC${why}`;
  };
  return { ask: () => field.focus(), given: () => field.value.trim(), clear: () => { field.value = ""; }, tell };
})();
