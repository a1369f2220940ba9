"use strict";
// What the pages of decisions share: the list and the line chosen in it, the keys, and what the program answers.
const listing = (() => {
  const AT_ONCE = 300;
  const $ = (id) => document.getElementById(id);
  const say = (text) => { $("status").textContent = text; };

  // A program that was ended answers no more: that is said, and nothing is taken for kept.
  const ask = async (address, options) => {
    try { return await fetch(address, options); }
    catch { say(spoken.label($("status"), "lost")); return null; }
  };
  // Send a decision; what is answered, or null where it was refused, which is said.
  const send = async (address, decision) => {
    const body = JSON.stringify(decision);
    const answer = await ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    if (answer && !answer.ok) say(await spoken.refusal(answer));
    return answer?.ok ? answer.json() : null;
  };

  // Choose the line that is nearest to an index; a reason begun for another line is forgotten.
  const choose = (index, before) => {
    const lines = [...$("items").children];
    const at = Math.max(0, Math.min(lines.length - 1, index));
    if (at !== before) reason.clear();
    lines.forEach((line, place) => line.setAttribute("aria-selected", place === at));
    $("items").setAttribute("aria-activedescendant", lines[at].id);
    lines[at].scrollIntoView({ block: "nearest" });
    return at;
  };

  // Keys are commands but where letters are typed or composed, a button is pressed or a picture is moved.
  const obey = (command) => {
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.matches?.("input, select, textarea")) return;
      if (["Enter", " "].includes(event.key) && event.target.closest("button, a, summary")) return;
      if ([$("view"), $("decision")].includes(event.target) && event.key.startsWith("Arrow")) return;
      if (command(event.key)) event.preventDefault();
    });
    $("actions").addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button) command(button.dataset.key);
    });
  };

  // The part of a long list that is shown, and the buttons to the parts beside it.
  const page = (offset, shown, total) => {
    $("shown").textContent = total ? `${offset + 1}–${offset + shown} ${spoken.label($("shown"), "of")} ${total}` : "0";
    $("back").disabled = offset === 0; $("on").disabled = offset + AT_ONCE >= total;
  };
  const turned = (offset, step, total) => {
    const to = offset + step * AT_ONCE;
    return to < 0 || to >= total ? null : to;
  };
  return { $, say, ask, send, choose, obey, page, turned };
})();
