// The marks [n] in the lines of an answer: buttons that open the source. What a source says is only text.

import { make } from "./dom.js";

const MARKS = /\[(\d+)\]/g;

// `cards` by number; `sources` are those that the answer quotes.
export function makeMarks(sources, cards) {
  const quotes = sources.map((source) => source.citaat.split(/\s+/).join(" ").trim()).filter(Boolean);
  return { cards: new Map(sources.map((source, place) => [source.nummer, cards[place]])), quotes };
}

// A mark stays on the line of the word before it, with the full stop behind it. A "[2]" that stands in a
// quotation is the document's own.
export function showLine(line, marks) {
  const parts = [];
  const quoted = findQuoted(line, marks.quotes);
  let end = 0;
  for (const match of line.matchAll(MARKS)) {
    const card = marks.cards.get(Number(match[1]));
    if (!card || quoted.some(([from, to]) => match.index >= from && match.index < to)) continue;
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

export function showMark(number, card) {
  return make(
    "button",
    { type: "button", class: "cite", "aria-label": `Toon bron ${number}`, onclick: () => card.openSource() },
    String(number),
  );
}

function findQuoted(line, quotes) {
  const found = [];
  for (const quote of quotes) {
    for (let at = line.indexOf(quote); at !== -1; at = line.indexOf(quote, at + quote.length)) {
      found.push([at, at + quote.length]);
    }
  }
  return found;
}
