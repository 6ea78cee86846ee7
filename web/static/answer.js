// An answer on the page: short answer, sentences with their marks, sources, facts, what was searched.

import { make, writeDate } from "./dom.js";
import { showDownloads } from "./downloads.js";
import { showFacts } from "./facts.js";
import { showSource } from "./sources.js";

const MARKS = /\[(\d+)\]/g;
export function showAnswer(answer, key, announce) {
  const listed = answer.beantwoord ? answer.bronnen : answer.nabij || [];
  const cards = listed.map((source, place) =>
    showSource(source, {
      id: `${key}-bron-${place + 1}`,
      number: answer.beantwoord ? source.nummer : null,
    }),
  );
  const byNumber = new Map(listed.map((source, place) => [source.nummer, cards[place]]));
  const found = answer.beantwoord;
  return make(
    "div",
    { class: found ? "answer" : "answer absent" },
    make(
      "div",
      { class: "answer-main" },
      found ? null : make("h3", { class: "absent-title" }, "Niet gevonden"),
      ...(found && answer.kort ? showShort(answer, byNumber) : showText(answer.tekst, byNumber)),
      showFacts(answer.feiten),
      found ? showAllFacts(listed, announce) : null,
      make("p", { class: "searched" }, describeSearch(answer.volledigheid)),
      found ? showTools(answer, announce) : null,
    ),
    cards.length
      ? make(
          "section",
          { class: "answer-sources" },
          make("h3", { class: "small" }, found ? "Bronnen" : "Dit is geen antwoord, wel het dichtstbij"),
          make("ol", { class: "sources" }, ...cards),
        )
      : null,
  );
}

// The first line usually states the short answer: then that line is shown large, with the answer in bold.
function showShort(answer, byNumber) {
  const [first, ...rest] = answer.tekst.split("\n");
  const place = first.indexOf(answer.kort);
  if (place === -1) {
    return [make("p", { class: "short" }, make("strong", {}, answer.kort)), ...showText(answer.tekst, byNumber)];
  }
  const line = make(
    "p",
    { class: "short" },
    first.slice(0, place),
    make("strong", {}, answer.kort),
    ...showLine(first.slice(place + answer.kort.length), byNumber),
  );
  return [line, ...showText(rest.join("\n"), byNumber)];
}

function showText(text, byNumber) {
  const blocks = [];
  let list = null;
  for (const line of text.split("\n")) {
    const item = /^\s*(?:[-•*]|\d+\.)\s+/.exec(line);
    if (!line.trim()) continue;
    if (item) {
      if (!list) blocks.push((list = make("ul", { class: "answer-text" })));
      list.append(make("li", {}, ...showLine(line.slice(item[0].length), byNumber)));
    } else {
      list = null;
      blocks.push(make("p", { class: "answer-text" }, ...showLine(line, byNumber)));
    }
  }
  return blocks;
}

// A mark stays on the line of the word before it, with the full stop behind it.
function showLine(line, byNumber) {
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(MARKS)) {
    const card = byNumber.get(Number(match[1]));
    if (!card) continue;
    const before = line.slice(end, match.index);
    const word = /\S{0,24}\s?$/.exec(before)[0];
    end = match.index + match[0].length;
    const after = /^[.,;:!?]*/.exec(line.slice(end))[0];
    end += after.length;
    parts.push(before.slice(0, before.length - word.length));
    parts.push(make("span", { class: "keep" }, word.replace(/\s$/, "\u00a0"), showMark(match[1], card), after));
  }
  parts.push(line.slice(end));
  return parts;
}

function showMark(number, card) {
  return make(
    "button",
    { type: "button", class: "cite", "aria-label": `Toon bron ${number}`, onclick: () => card.openSource() },
    number,
  );
}

function describeSearch(searched) {
  const failed = searched.mislukt
    ? ` ${searched.mislukt} ${searched.mislukt === 1 ? "bestand kon" : "bestanden konden"} niet gelezen worden.`
    : "";
  const newest = searched.nieuwste ? ` Het nieuwste is van ${writeDate(searched.nieuwste)}.` : "";
  return `Doorzocht: ${searched.doorzocht} van ${searched.documenten} documenten.${newest}${failed}`;
}

// The facts above are those of the passages; here are those of the whole documents.
function showAllFacts(sources, announce) {
  const documents = [...new Set(sources.map((source) => source.document))];
  if (!documents.length) return null;
  const words =
    documents.length === 1 ? "Alle feiten uit dit document" : `Alle feiten uit deze ${documents.length} documenten`;
  const chosen = documents.map((id) => ["document", id]);
  return make(
    "div",
    { class: "all-facts" },
    make("span", { class: "meta", "aria-hidden": "true" }, words),
    showDownloads(words, () => chosen, announce),
  );
}

function showTools(answer, announce) {
  const button = make("button", { type: "button", class: "quiet" }, "Kopieer met bronvermelding");
  button.addEventListener("click", async () => {
    const done = await copy(writeWithSources(answer));
    announce(done ? "Het antwoord is gekopieerd, met de bronnen." : "Kopiëren lukte niet.");
    button.textContent = done ? "Gekopieerd" : "Kopiëren lukte niet";
    window.setTimeout(() => (button.textContent = "Kopieer met bronvermelding"), 2500);
  });
  return make("p", { class: "tools" }, button);
}

export function writeWithSources(answer) {
  const sources = answer.bronnen.map((source) => {
    const place = [source.bestand, source.pagina ? `p. ${source.pagina}` : "", source.kop || ""];
    const date = source.documentDatum ? ` (${writeDate(source.documentDatum)})` : "";
    return `[${source.nummer}] ${source.titel}${date}, ${place.filter(Boolean).join(", ")}: “${source.citaat}”`;
  });
  return [answer.vraag, "", answer.kort, answer.kort ? "" : null, answer.tekst, "", "Bronnen", ...sources]
    .filter((line) => line !== null && line !== undefined)
    .join("\n");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = make("textarea", { class: "hidden" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
