"use strict";
// The page beside the value: its picture with a box, or, where the format has no pictures, its text with the value marked.
const paper = (() => {
  const $ = (id) => document.getElementById(id);
  let item = null, wanted = "";

  // Only the view is scrolled: on a narrow screen the page would move away from the sentence that is read.
  const centre = (element) => {
    const view = $("view"), there = element.getBoundingClientRect(), here = view.getBoundingClientRect();
    view.scrollTop += there.top - here.top - (view.clientHeight - there.height) / 2;
  };

  const mark = () => {
    const box = $("box");
    $("waiting").hidden = true;
    const known = item && item.x0 !== null && item.width && !$("sheet").hidden;
    box.hidden = !known;
    if (!known) return;
    const share = (value, whole) => `${(100 * value / whole).toFixed(3)}%`;
    box.style.left = share(item.x0, item.width); box.style.width = share(item.x1 - item.x0, item.width);
    box.style.top = share(item.y0, item.height); box.style.height = share(item.y1 - item.y0, item.height);
    centre(box);
  };

  // Where the words stand in the text, spaces and line breaks being alike.
  const places = (text, words) => {
    const escaped = words.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
    return escaped ? [...text.matchAll(new RegExp(escaped, "giu"))] : [];
  };

  const read = async () => {
    const mine = item;
    $("sheet").hidden = true; $("box").hidden = true; $("waiting").hidden = true; $("blank").hidden = false;
    const answer = await fetch(`/text/${mine.document_id}/${mine.page ?? 0}`);
    if (!answer.ok || mine !== item) return;
    const { text } = await answer.json();
    const found = mine.words.map((words) => places(text, String(words ?? ""))).find((each) => each.length) ?? [];
    const parts = [];
    let at = 0;
    for (const place of found) {
      const marked = document.createElement("mark");
      marked.textContent = place[0];
      parts.push(text.slice(at, place.index), marked);
      at = place.index + place[0].length;
    }
    $("words").replaceChildren(...parts, text.slice(at));
    $("words").hidden = !text;
    const first = $("words").querySelector("mark");
    if (first) centre(first); else $("view").scrollTop = 0;
  };

  $("sheet").addEventListener("load", mark);
  $("sheet").addEventListener("error", read);

  // `words` are what to look for in the text, the likeliest first.
  const show = (shown, words) => {
    item = { ...shown, words };
    $("words").hidden = true; $("blank").hidden = true;
    const before = wanted;
    wanted = shown.page ? `/paper/${shown.document_id}/${shown.page}` : "";
    if (!wanted) { read(); return; }
    const sheet = $("sheet");
    if (before === wanted) { if (sheet.complete && sheet.naturalWidth) { sheet.hidden = false; mark(); } else if (sheet.complete) read(); return; }
    $("box").hidden = true; sheet.hidden = false; $("waiting").hidden = false;
    sheet.setAttribute("src", wanted);
  };
  return { show };
})();
