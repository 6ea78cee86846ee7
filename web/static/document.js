// Marks the quotation that the address names (#start-eind), brings it into view, and shows its page beside it.

import { loadBoxes } from "./api.js";
import { followPages } from "./beside.js";
import { make, toUnits } from "./dom.js";

const runs = [...document.querySelectorAll("#tekst [data-start]")];
const place = document.getElementById("plaats");
const main = document.getElementById("inhoud");
const beside = "getekend" in main.dataset ? followPages(main) : null;

function clearMarks() {
  for (const mark of document.querySelectorAll("#tekst mark")) {
    const owner = mark.parentNode;
    owner.replaceChildren(owner.textContent);
  }
}

function markRun(run, start, end) {
  const text = run.textContent;
  const first = Number(run.dataset.start);
  const from = toUnits(text, Math.max(start - first, 0));
  const to = toUnits(text, Math.max(end - first, 0));
  if (first > end || from >= to) return null;
  const mark = make("mark", {}, text.slice(from, to));
  run.replaceChildren(text.slice(0, from), mark, text.slice(to));
  return mark;
}

function showPlace() {
  clearMarks();
  if (beside) beside.light([]);
  const match = /^#(\d{1,12})-(\d{1,12})$/.exec(window.location.hash);
  if (!match) return;
  const marks = runs.map((run) => markRun(run, Number(match[1]), Number(match[2]))).filter(Boolean);
  if (!marks.length) {
    place.textContent = "Deze plaats staat niet in het document.";
    return;
  }
  place.textContent = "Het citaat is gemarkeerd.";
  marks[0].tabIndex = -1;
  marks[0].focus({ preventScroll: true });
  marks[0].scrollIntoView({ block: "center" });
  if (beside) {
    loadBoxes(main.dataset.document, match[1], match[2])
      .then((boxes) => beside.light(boxes))
      .catch(() => {
        place.textContent = "De plaats op de pagina kon niet geladen worden.";
      });
  }
}

window.addEventListener("hashchange", showPlace);
showPlace();
