// A source beside an answer: where it stands, the exact quotation, and the text around it.

import { loadText } from "./api.js";
import { documentLink, fileLink, make, toUnits, writeDate } from "./dom.js";
import { openViewer } from "./viewer.js";

const MOST_AROUND = 900;
const LEAST_SHOWN = 320;

export function showSource(source, { id, number = null }) {
  const date = source.documentDatum ? writeDate(source.documentDatum) : "zonder datum";
  const scan = source.gescand ? `gescand, zekerheid ${Math.round(source.gescand * 100)}%` : "";
  const meta = [date, source.pagina ? `p. ${source.pagina}` : "", scan].filter(Boolean).join(" · ");
  const path = (source.kop || "").split(" › ").filter((heading) => heading !== source.titel).join(" › ");
  const body = make("div", { class: "source-text", id: `${id}-tekst` });
  body.append(make("blockquote", {}, source.citaat));
  const toggle = make(
    "button",
    { type: "button", class: "source-title", "aria-expanded": "false", "aria-controls": `${id}-tekst` },
    source.titel || source.bestand,
  );
  const card = make(
    "li",
    { class: "source", id, tabindex: "-1" },
    number === null ? null : make("span", { class: "source-number", "aria-hidden": "true" }, String(number)),
    make(
      "div",
      { class: "source-main" },
      toggle,
      make("p", { class: "meta" }, meta),
      source.nieuwer
        ? make("p", { class: "older" }, `Ouder: een document van ${writeDate(source.nieuwer)} zegt iets anders.`)
        : null,
      path ? make("p", { class: "path" }, path) : null,
      make("p", { class: "path file" }, source.bestand),
      body,
      make(
        "p",
        { class: "source-links" },
        showOnPage(source),
        make("a", { href: documentLink(source) }, "Lees in het document"),
        make("a", { href: fileLink(source), target: "_blank", rel: "noopener" }, "Oorspronkelijk bestand"),
      ),
    ),
  );
  toggle.addEventListener("click", () => setOpen(card, source, toggle.getAttribute("aria-expanded") !== "true"));
  card.openSource = () => {
    setOpen(card, source, true);
    card.focus({ preventScroll: true });
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };
  return card;
}

function showOnPage(source) {
  const [first] = source.vlakken || [];
  if (!first) return null;
  const open = () =>
    openViewer(source.document, source.titel || source.bestand, first.pagina, source.vlakken, source.citaat);
  return make("button", { type: "button", class: "as-link", "aria-haspopup": "dialog", onclick: open }, "Toon op de pagina");
}

function setOpen(card, source, open) {
  const toggle = card.querySelector(".source-title");
  const body = card.querySelector(".source-text");
  toggle.setAttribute("aria-expanded", String(open));
  card.classList.toggle("open", open);
  if (!open) {
    body.replaceChildren(make("blockquote", {}, source.citaat));
    return;
  }
  loadText(source.document)
    .then((text) => {
      if (toggle.getAttribute("aria-expanded") === "true") body.replaceChildren(...showContext(text, source));
    })
    .catch((fault) => {
      body.replaceChildren(
        make("blockquote", {}, source.citaat),
        make("p", { class: "fault" }, `De tekst eromheen kon niet geladen worden. ${fault.message}`),
      );
    });
}

// The paragraph that holds the quotation, with the quotation marked, cut to a readable length.
function showContext(text, source) {
  const start = toUnits(text, source.start);
  const end = toUnits(text, source.eind, { point: source.start, unit: start });
  if (text.slice(start, end) !== source.citaat) {
    return [
      make("blockquote", {}, source.citaat),
      make("p", { class: "fault" }, "Het document is sindsdien opnieuw ingelezen; de plaats is veranderd."),
    ];
  }
  let before = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  let after = newline === -1 ? text.length : newline;
  const cutBefore = start - before > MOST_AROUND;
  const cutAfter = after - end > MOST_AROUND;
  if (cutBefore) before = text.indexOf(" ", start - MOST_AROUND) + 1;
  if (cutAfter) after = text.lastIndexOf(" ", end + MOST_AROUND);
  const quote = make("mark", {}, text.slice(start, end));
  const [above, below] = findNeighbours(text, before, after);
  return [
    above ? make("p", { class: "around" }, above) : null,
    make(
      "p",
      { class: "context" },
      (cutBefore ? "… " : "") + text.slice(before, start),
      quote,
      text.slice(end, after) + (cutAfter ? " …" : ""),
    ),
    below ? make("p", { class: "around" }, below) : null,
  ].filter(Boolean);
}

// A short paragraph (a heading of a list, a table row) is shown with the ones above and below it.
function findNeighbours(text, before, after) {
  if (after - before >= LEAST_SHOWN) return ["", ""];
  const above = text.slice(Math.max(0, before - MOST_AROUND), before).split("\n").filter((line) => line.trim());
  const below = text.slice(after, after + MOST_AROUND).split("\n").filter((line) => line.trim());
  return [shorten(above.pop(), true), shorten(below.shift(), false)];
}

function shorten(line, tail) {
  if (!line || line.length <= LEAST_SHOWN) return line || "";
  return tail
    ? `… ${line.slice(line.indexOf(" ", line.length - LEAST_SHOWN) + 1)}`
    : `${line.slice(0, line.lastIndexOf(" ", LEAST_SHOWN))} …`;
}
