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
    fact.actor ? `${fact.actor}: ${fact.handeling}` : fact.handeling,
    fact.status,
    writePeriod(fact),
    fact.onderdeel,
    fact.realisatie ? `gehaald: ${fact.realisatie}` : null,
    fact.doel ? `doel: ${fact.doel}` : null,
  ],
  gebeurtenis: (fact) => [fact.gebeurtenis, writePeriod(fact), fact.plaats, fact.wie],
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
    const rest = chips.size - MOST_CHIPS;
    groups.push(
      make("dt", {}, title),
      make(
        "dd",
        {},
        ...[...chips.values()].slice(0, MOST_CHIPS),
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

function writePeriod(fact) {
  if (!fact.vroegst && !fact.laatst) return null;
  if (fact.vroegst === fact.laatst) return writeDate(fact.vroegst);
  if (!fact.laatst) return `vanaf ${writeDate(fact.vroegst)}`;
  if (!fact.vroegst) return `tot en met ${writeDate(fact.laatst)}`;
  return `${writeDate(fact.vroegst)} tot en met ${writeDate(fact.laatst)}`;
}
