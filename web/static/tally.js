// A count over all documents: every place where it is said, by document, more as one asks for them.

import { documentLink, make, writeDate } from "./dom.js";

const AT_ONCE = 50;

export function showTally(tally) {
  const places = tally.vindplaatsen.items;
  if (!places.length) return null;
  const list = make("div", { class: "places" });
  const more = make("button", { type: "button", class: "quiet" });
  let shown = 0;
  let group = null;

  function showNext() {
    const next = places.slice(shown, shown + AT_ONCE);
    const items = next.map(showPlace);
    for (const [index, place] of next.entries()) {
      if (!group || group.dataset.document !== place.document) {
        group = make("ol", { class: "place-list", "data-document": place.document });
        list.append(make("h4", { class: "place-title" }, nameDocument(place)), group);
      }
      group.append(items[index]);
    }
    const asked = shown > 0;
    shown += next.length;
    more.hidden = shown >= places.length;
    more.textContent = `Toon er meer (nog ${write(places.length - shown)})`;
    if (asked) items[0].querySelector("a").focus(); // where one was reading, not back at the top
  }

  more.addEventListener("click", showNext);
  const box = make(
    "details",
    { class: "tally" },
    make("summary", {}, describe(tally)),
    list,
    make("p", {}, more),
  );
  box.addEventListener("toggle", () => {
    if (box.open && !shown) showNext();
  });
  return box;
}

function describe(tally) {
  const places = tally.vindplaatsen.totaal === 1 ? "De vindplaats" : `Alle ${write(tally.vindplaatsen.totaal)} vindplaatsen`;
  return `${places}, in ${write(tally.documenten)} ${tally.documenten === 1 ? "document" : "documenten"}`;
}

function nameDocument(place) {
  const date = place.documentDatum ? ` (${writeDate(place.documentDatum)})` : "";
  return `${place.titel || place.bestand}${date}`;
}

function showPlace(place) {
  const where = place.pagina ? `p. ${place.pagina}` : "Lees in het document";
  return make(
    "li",
    {},
    `“${place.citaat.split(/\s+/).join(" ").trim()}” `,
    make("a", { href: documentLink(place), "aria-label": `${where}, in ${nameDocument(place)}` }, where),
  );
}

function write(number) {
  return number.toLocaleString("nl-NL");
}
