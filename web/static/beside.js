// The page of the original beside the text of a document: it follows where one reads.

import { makeViewer, openViewer } from "./viewer.js";

const WIDE = window.matchMedia("(min-width: 68rem)");
const CHOICE = "leeswijzer-pagina";
const READING = 0.4; // the line on which one reads, as a part of the window's height

// Gives `light(boxes)`, which marks a quotation and turns to its page.
export function followPages(main) {
  const { document: id, title } = main.dataset;
  const marks = [...main.querySelectorAll(".page-mark")];
  const aside = document.getElementById("ernaast");
  const toggle = document.getElementById("pagina-knop");
  const viewer = makeViewer(id, title, scrollTo);
  let boxes = [];
  let followed = 0;
  let waiting = false;
  aside.append(viewer.element);

  function readPage() {
    const line = window.innerHeight * READING;
    const above = marks.filter((mark) => mark.getBoundingClientRect().top < line);
    return Number((above.at(-1) || marks[0])?.dataset.page || 1);
  }

  function isBeside() {
    return WIDE.matches && !aside.hidden;
  }

  function follow() {
    waiting = false;
    const page = readPage();
    if (!isBeside() || page === followed) return;
    followed = page;
    viewer.show(page, boxes);
  }

  function scrollTo(page) {
    const mark = document.getElementById(`pagina-${page}`);
    if (!mark) return;
    mark.scrollIntoView({ block: "start" });
    followed = readPage(); // a short last page does not reach the line: the picture stays all the same
  }

  function openPage(page) {
    if (!isBeside()) {
      openViewer(id, title, page, boxes);
      return;
    }
    viewer.show(page, boxes);
  }

  function setBeside(on) {
    aside.hidden = !on;
    main.classList.toggle("beside", on);
    followed = 0;
    if (on) follow();
    name();
  }

  // On a small screen there is no room beside the text: there the button opens the page over it.
  function name() {
    toggle.textContent = WIDE.matches ? "Tekst naast pagina" : "Toon de pagina";
    if (WIDE.matches) toggle.setAttribute("aria-pressed", String(!aside.hidden));
    else toggle.removeAttribute("aria-pressed");
  }

  toggle.addEventListener("click", () => {
    if (!WIDE.matches) {
      openPage(boxes.length ? boxes[0].pagina : readPage());
      return;
    }
    setBeside(aside.hidden);
    remember(aside.hidden ? "uit" : "aan");
  });
  for (const button of main.querySelectorAll("[data-open]")) {
    button.addEventListener("click", () => openPage(Number(button.dataset.open)));
  }
  window.addEventListener("scroll", () => {
    if (!waiting) window.requestAnimationFrame(follow);
    waiting = true;
  });
  WIDE.addEventListener("change", () => {
    name();
    follow();
  });
  setBeside(recall() !== "uit");

  return {
    light(found) {
      boxes = found;
      if (!found.length || !isBeside()) return;
      followed = readPage();
      viewer.show(found[0].pagina, found);
    },
  };
}

function remember(choice) {
  try {
    window.localStorage.setItem(CHOICE, choice);
  } catch {
    return; // no storage here: the choice holds for this page
  }
}

function recall() {
  try {
    return window.localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
