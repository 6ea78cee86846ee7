// Pages of the original with the quotation lit up: in a window of its own, or in a part of a page.

import { loadDocument, pagePicture } from "./api.js";
import { make } from "./dom.js";

const DRAWING = "http://www.w3.org/2000/svg";
const ZOOMS = ["100%", "150%", "200%", "300%"];
const WIDTHS = [600, 1200, 2400];
const USUAL = { breedte: 595, hoogte: 842 };
const SMALL = window.matchMedia("(max-width: 40rem)");
const MARGIN = 1.5; // points around a line of the quotation

// Gives `element` to put somewhere and `show(page, boxes)`; `onpage` hears which page the user turned to.
export function makeViewer(id, title, onpage = () => {}) {
  const state = { page: 1, pages: [], boxes: [], zoom: SMALL.matches ? 2 : 0, scroll: false };
  const back = makeButton("Vorige pagina", "←", () => turn(-1));
  const forth = makeButton("Volgende pagina", "→", () => turn(1));
  const smaller = makeButton("Kleiner", "−", () => zoom(-1));
  const larger = makeButton("Groter", "+", () => zoom(1));
  const place = make("p", { class: "viewer-place", role: "status" });
  const size = make("span", { class: "viewer-zoom" });
  const picture = make("img", { class: "viewer-picture", alt: "" });
  const light = document.createElementNS(DRAWING, "svg");
  light.setAttribute("class", "viewer-light");
  light.setAttribute("aria-hidden", "true");
  light.setAttribute("preserveAspectRatio", "none");
  const sheet = make("div", { class: "viewer-sheet" }, picture, light);
  const fault = make("p", { class: "viewer-fault", role: "alert" });
  const desk = make("div", { class: "viewer-desk", tabindex: "0", role: "region", "aria-label": "De pagina" }, fault, sheet);
  const bar = make("div", { class: "viewer-bar" }, back, place, forth, smaller, size, larger);
  const element = make("div", { class: "viewer" }, bar, desk);

  picture.addEventListener("load", () => {
    sheet.classList.remove("waiting");
    if (state.scroll) showLight();
    state.scroll = false;
  });
  picture.addEventListener("error", () => {
    sheet.hidden = true;
    fault.textContent = "Deze pagina kan niet worden getoond. Lees de tekst, of open het oorspronkelijke bestand.";
  });

  async function show(page, boxes = state.boxes) {
    try {
      state.pages = (await loadDocument(id)).bladzijden || [];
    } catch (problem) {
      fault.textContent = problem.message;
      return;
    }
    state.boxes = boxes;
    state.page = Math.min(Math.max(page, 1), Math.max(state.pages.length, 1));
    state.scroll = true;
    draw();
  }

  function draw() {
    const { breedte, hoogte } = { ...USUAL, ...state.pages[state.page - 1] };
    const lit = state.boxes.filter((box) => box.pagina === state.page);
    const words = lit.length ? "; het citaat is gemarkeerd" : "";
    fault.textContent = "";
    sheet.hidden = false;
    sheet.className = `viewer-sheet zoom-${state.zoom}`;
    picture.setAttribute("width", Math.round(breedte));
    picture.setAttribute("height", Math.round(hoogte));
    picture.alt = `Pagina ${state.page} van ${title}${words}. De tekst ervan staat in het document.`;
    light.setAttribute("viewBox", `0 0 ${breedte} ${hoogte}`);
    light.replaceChildren(...lit.map(drawBox));
    load(pagePicture(id, state.page, fitWidth()));
    place.textContent = `pagina ${state.page} van ${state.pages.length}`;
    size.textContent = ZOOMS[state.zoom];
    back.disabled = state.page <= 1;
    forth.disabled = state.page >= state.pages.length;
    smaller.disabled = state.zoom === 0;
    larger.disabled = state.zoom === ZOOMS.length - 1;
  }

  function load(address) {
    if (picture.getAttribute("src") === address) {
      showLight();
      return;
    }
    sheet.classList.add("waiting");
    picture.src = address;
  }

  function fitWidth() {
    const wanted = (sheet.clientWidth || 600) * (window.devicePixelRatio || 1);
    return WIDTHS.find((width) => wanted <= width) || WIDTHS.at(-1);
  }

  function showLight() {
    const lit = state.boxes.find((box) => box.pagina === state.page);
    const { breedte, hoogte } = { ...USUAL, ...state.pages[state.page - 1] };
    desk.scrollTop = lit ? (lit.boven / hoogte) * sheet.clientHeight - desk.clientHeight / 3 : 0;
    desk.scrollLeft = lit ? (lit.x0 / breedte) * sheet.clientWidth - desk.clientWidth / 4 : 0;
  }

  function turn(by) {
    show(state.page + by).then(() => onpage(state.page));
  }

  function zoom(by) {
    state.zoom = Math.min(Math.max(state.zoom + by, 0), ZOOMS.length - 1);
    state.scroll = true;
    draw();
  }

  return { element, show, page: () => state.page };
}

function makeButton(name, sign, onclick) {
  return make("button", { type: "button", class: "quiet", "aria-label": name, title: name, onclick }, sign);
}

function drawBox(box) {
  const lit = document.createElementNS(DRAWING, "rect");
  lit.setAttribute("x", box.x0 - MARGIN);
  lit.setAttribute("y", box.boven - MARGIN / 2);
  lit.setAttribute("width", box.x1 - box.x0 + 2 * MARGIN);
  lit.setAttribute("height", box.onder - box.boven + MARGIN);
  return lit;
}

// A window over the page; Escape closes it, and the focus goes back to where it was.
export function openViewer(id, title, page, boxes, quote = "") {
  const viewer = makeViewer(id, title);
  const close = make("button", { type: "button", class: "quiet" }, "Sluit");
  const frame = make(
    "dialog",
    { class: "viewer-window", "aria-label": `${title}, pagina ${page}` },
    make("div", { class: "viewer-head" }, make("p", { class: "viewer-title" }, title), close),
    viewer.element,
    quote ? make("blockquote", { class: "viewer-quote" }, quote) : null,
  );
  close.addEventListener("click", () => frame.close());
  frame.addEventListener("click", (event) => {
    if (event.target === frame) frame.close();
  });
  frame.addEventListener("close", () => frame.remove());
  document.body.append(frame);
  frame.showModal();
  viewer.show(page, boxes);
}
