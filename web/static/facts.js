// The facts of an answer on the page: by kind, with their values, each a link to its place in the document.

import { documentLink, make, writeDate } from "./dom.js";

const GROUPS = [
  ["thema", "Thema’s"],
  ["regio", "Regio’s"],
  ["datum", "Datums"],
  ["bedrag", "Bedragen"],
  ["aandeel", "Aandelen"],
  ["aantal", "Aantallen"],
  ["organisatie", "Organisaties"],
  ["persoon", "Personen"],
  ["actie", "Acties"],
  ["gebeurtenis", "Gebeurtenissen"],
];
const MOST_CHIPS = 8;
// Kinds that are told in a sentence: fewer of them, and only how they begin; the whole is in the tooltip.
const TOLD = new Set(["actie", "gebeurtenis"]);
const MOST_TOLD = 2;
const TOLD_CHARS = 90;

// What is shown of a kind: its name, and what is known of it.
const SHOWN = {
  thema: (fact) => [fact.naam],
  regio: (fact) => [fact.naam],
  datum: (fact) => [fact.tekst, fact.rol],
  bedrag: (fact) => [fact.tekst, fact.waarvan],
  aandeel: (fact) => [fact.tekst, fact.waarvan],
  aantal: (fact) => [fact.tekst, fact.waarvan !== fact.eenheid ? fact.waarvan : null],
  organisatie: (fact) => [fact.naam, fact.afkorting, fact.type],
  persoon: (fact) => [fact.naam, fact.functie, fact.organisatie],
  actie: (fact) => [
    shorten(namesActor(fact) ? fact.handeling : `${fact.actor}: ${fact.handeling}`),
    fact.status,
    writePeriod(fact),
    fact.onderdeel,
    fact.realisatie ? `gehaald: ${fact.realisatie}` : null,
    fact.doel ? `doel: ${fact.doel}` : null,
  ],
  gebeurtenis: (fact) => [shorten(fact.gebeurtenis), writePeriod(fact), fact.plaats, fact.wie],
};

export function showFacts(facts) {
  const groups = [];
  for (const [kind, title] of GROUPS) {
    const chips = new Map();
    for (const fact of facts) {
      const shown = fact.soort === kind ? SHOWN[kind](fact).filter(Boolean) : [];
      const key = shown.join(" · ");
      if (key && !chips.has(key)) chips.set(key, showChip(shown, fact));
    }
    if (!chips.size) continue;
    const most = TOLD.has(kind) ? MOST_TOLD : MOST_CHIPS;
    const rest = chips.size - most;
    groups.push(
      make("dt", {}, title),
      make(
        "dd",
        {},
        ...[...chips.values()].slice(0, most),
        rest > 0 ? make("span", { class: "meta" }, `en nog ${rest}`) : null,
      ),
    );
  }
  return groups.length ? make("dl", { class: "facts", "aria-label": "Feiten in de bronnen" }, ...groups) : null;
}

function showChip([name, ...known], fact) {
  const resolved = fact.soort === "datum" ? writePeriod(fact) : null;
  const title = [`“${fact.tekst}”`, resolved, fact.code].filter(Boolean).join(" · ");
  return make(
    "a",
    { class: `chip ${fact.soort}`, href: documentLink(fact), title },
    name,
    known.length ? make("span", { class: "meta" }, ` · ${known.join(" · ")}`) : null,
  );
}

// Whether the words of the deed hold its doer already, or there is none.
function namesActor(fact) {
  return !fact.actor || ` ${fact.handeling.toLowerCase()} `.includes(` ${fact.actor.toLowerCase()} `);
}

function shorten(text) {
  if (text.length <= TOLD_CHARS) return text;
  const cut = text.lastIndexOf(" ", TOLD_CHARS);
  return `${text.slice(0, cut > 0 ? cut : TOLD_CHARS)}…`;
}

function writePeriod(fact) {
  if (!fact.vroegst && !fact.laatst) return null;
  if (fact.vroegst === fact.laatst) return writeDate(fact.vroegst);
  if (!fact.laatst) return `vanaf ${writeDate(fact.vroegst)}`;
  if (!fact.vroegst) return `tot en met ${writeDate(fact.laatst)}`;
  return `${writeDate(fact.vroegst)} tot en met ${writeDate(fact.laatst)}`;
}
