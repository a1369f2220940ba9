"use strict";
// The reason of a decision: a line that goes with the next decision and is gone after it; and who decided what before, and why.
const reason = (() => {
  const field = document.getElementById("why"), told = document.getElementById("decision");
  const back = () => document.getElementById("items").focus();
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") field.value = "";
    if (event.key === "Escape" || event.key === "Enter") { event.preventDefault(); back(); }
  });
  const quoted = (value) => (value === null ? spoken.label(told, "none") : `«${value}»`);
  const valued = (one) => {
    if (one.verdict === "accepted") return `: ${quoted(one.after)}`;
    return `: ${quoted(one.before)} → ${quoted(one.after)}`;
  };
  const lineOf = (one, finding) => {
    const line = document.createElement("li");
    const verdict = finding ? { accepted: "settled", undone: "reopened" }[one.verdict] : one.verdict;
    const why = one.reason ? ` · ${spoken.label(told, "reason")}: ${one.reason}` : "";
    const when = `${one.reviewed_at.slice(0, 16).replace("T", " ")} UTC`;
    line.textContent = `${one.reviewer} · ${when} · ${spoken.label(told, verdict)}${finding ? "" : valued(one)}${why}`;
    return line;
  };
  // Every decision on a value or a finding, the first one first; nothing where there is none.
  let asked = 0;
  const tell = async (place) => {
    const mine = ++asked;
    told.hidden = true;
    if (!place) return;
    let said;
    try { said = await fetch(`/history?${new URLSearchParams(place)}`); } catch { return; }
    if (!said.ok || mine !== asked) return;
    const { decisions } = await said.json();
    told.replaceChildren(...decisions.map((one) => lineOf(one, place.table_name === "findings")));
    told.hidden = decisions.length === 0;
    told.scrollTop = told.scrollHeight;
  };
  return { ask: () => field.focus(), given: () => field.value.trim(), clear: () => { field.value = ""; }, tell };
})();
