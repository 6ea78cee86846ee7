// An answer on the page: short answer, sentences with their marks, sources, facts, what was searched.

import { make, speak, writeDate } from "./dom.js";
import { showDownloads } from "./downloads.js";
import { showFacts } from "./facts.js";
import { makeMarks, showLine, showMark } from "./marks.js";
import { showSource } from "./sources.js";
import { showTally } from "./tally.js";

const QUOTED = /^[“‘]/;

// `ask` asks one of the next questions.
export function showAnswer(answer, key, announce, ask) {
  const listed = answer.beantwoord ? answer.bronnen : answer.nabij || [];
  const cards = listed.map((source, place) =>
    showSource(source, {
      id: `${key}-bron-${place + 1}`,
      number: answer.beantwoord ? source.nummer : null,
    }),
  );
  const marks = makeMarks(listed, cards);
  const found = answer.beantwoord;
  return make(
    "div",
    { class: found ? "answer" : "answer absent" },
    make(
      "div",
      { class: "answer-main" },
      answer.begrepen ? make("p", { class: "understood" }, "Begrepen als: ", make("q", {}, answer.begrepen)) : null,
      found ? null : make("h3", { class: "absent-title" }, "Niet gevonden"),
      found && answer.deels ? make("p", { class: "partly" }, `Dit beantwoordt een deel van ${speak("uw", "je")} vraag.`) : null,
      ...showWords(answer, marks),
      answer.telling ? showTally(answer.telling) : null,
      showFacts(answer.feiten),
      found ? showAllFacts(listed, announce) : null,
      make("p", { class: "searched" }, describeSearch(answer.volledigheid)),
      found ? showTools(answer, announce) : null,
      showNext(answer, key, ask),
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

// What a screen reader says of an answer that has come.
export function tellAnswer(answer) {
  const understood = answer.begrepen ? `Begrepen als: ${answer.begrepen} ` : "";
  if (!answer.beantwoord) return `${understood}Niet gevonden in de documenten.`;
  const first = answer.tegenspraak
    ? `${tellValues(answer.tegenspraak)}: ${answer.tegenspraak.map((reading) => reading.waarde).join("; ")}`
    : answer.gevallen
      ? `Per geval: ${answer.gevallen.map((one) => `${one.geval}: ${one.waarde}`).join("; ")}`
      : `Antwoord: ${answer.kort || answer.tekst}`;
  const missing = answer.deels ? ` Niet gevonden: ${answer.deels.nietGevonden.join("; ")}` : "";
  return `${understood}${first}${missing}`;
}

function showWords(answer, marks) {
  if (!answer.beantwoord) return showText(answer.tekst, marks);
  if (answer.tegenspraak) return showContradiction(answer, marks);
  if (answer.telling) return showCount(answer, marks);
  if (answer.gevallen) return showCases(answer, marks);
  return answer.kort ? showShort(answer, marks) : showText(answer.tekst, marks);
}

// Values of other years or things, or of which nothing tells from when they are, do not contradict each other.
function tellValues(readings) {
  if (readings.some((reading) => reading.strijdig !== false)) return "De documenten spreken elkaar tegen";
  const years = readings.map((reading) => reading.jaar);
  if (years.every(Boolean) && new Set(years).size > 1)
    return "De documenten noemen verschillende waarden, elk bij een ander jaar";
  return years.some(Boolean) || readings.some((reading) => reading.documentDatum)
    ? "De documenten noemen verschillende waarden, misschien van verschillende zaken"
    : "De documenten noemen verschillende waarden; van wanneer zij zijn, is niet bekend";
}

function tellWhen(reading) {
  if (reading.jaar && (reading.strijdig === false || !reading.documentDatum)) return reading.jaar;
  return reading.documentDatum ? writeDate(reading.documentDatum) : "zonder datum";
}

// The values side by side, the newest first, and below them the sentences that say so.
function showContradiction(answer, marks) {
  const dates = answer.tegenspraak.map((reading) => reading.documentDatum);
  const opposed = answer.tegenspraak.some((reading) => reading.strijdig !== false);
  const apart = opposed && dates[0] && dates.some((date) => date !== dates[0]);
  const dated = apart && dates.every((date) => !date || date <= dates[0]); // of two questions in one each has its own
  const readings = answer.tegenspraak.map((reading, place) =>
    make(
      "li",
      { class: "reading-of" },
      make("strong", {}, reading.waarde),
      ...reading.bronnen.map((number) => (marks.cards.has(number) ? showMark(number, marks.cards.get(number)) : null)),
      make(
        "span",
        { class: "meta" },
        tellWhen(reading) + (dated && !place ? " · nieuwste" : ""),
      ),
    ),
  );
  const lines = answer.tekst.split("\n");
  const first = lines.findIndex((line) => QUOTED.test(line));
  const said = first === -1 ? [] : lines.slice(first); // what stands behind them tells in which chapter
  return [
    make(
      "div",
      { class: "contradiction" },
      make("h3", {}, tellValues(answer.tegenspraak)),
      make("ul", {}, ...readings),
    ),
    ...showText(said.join("\n"), marks),
  ];
}

// A value for each case: the first line says so, the list below it tells them.
function showCases(answer, marks) {
  const [first, ...rest] = answer.tekst.split("\n");
  return [make("p", { class: "short" }, first), ...showText(rest.join("\n"), marks)];
}

// The quotations stand with all other places in the list below the count.
function showCount(answer, marks) {
  const lines = answer.tekst.split("\n").filter((line) => !QUOTED.test(line));
  const told = { ...answer, tekst: lines.join("\n") };
  return answer.kort && lines[0].includes(answer.kort) ? showShort(told, marks) : showText(told.tekst, marks);
}

function showNext(answer, key, ask) {
  const questions = answer.vervolgvragen || [];
  if (!questions.length) return null;
  return make(
    "section",
    { class: "next", "aria-labelledby": `${key}-verder` },
    make("h3", { class: "small", id: `${key}-verder` }, speak("U kunt ook vragen", "Je kunt ook vragen")),
    make(
      "ul",
      { class: "examples" },
      ...questions.map((question) =>
        make("li", {}, make("button", { type: "button", onclick: () => ask(question) }, question)),
      ),
    ),
  );
}

// The first line usually states the short answer: then that line is shown large, with the answer in bold.
function showShort(answer, marks) {
  const [first, ...rest] = answer.tekst.split("\n");
  const place = first.indexOf(answer.kort);
  if (place === -1) {
    return [make("p", { class: "short" }, make("strong", {}, answer.kort)), ...showText(answer.tekst, marks)];
  }
  const line = make(
    "p",
    { class: "short" },
    first.slice(0, place),
    make("strong", {}, answer.kort),
    ...showLine(first.slice(place + answer.kort.length), marks),
  );
  return [line, ...showText(rest.join("\n"), marks)];
}

function showText(text, marks) {
  const blocks = [];
  let list = null;
  for (const line of text.split("\n")) {
    const item = /^\s*(?:[-•*]|\d+\.)\s+/.exec(line);
    if (!line.trim()) continue;
    if (item) {
      if (!list) blocks.push((list = make("ul", { class: "answer-text" })));
      list.append(make("li", {}, ...showLine(line.slice(item[0].length), marks)));
    } else {
      list = null;
      blocks.push(make("p", { class: "answer-text" }, ...showLine(line, marks)));
    }
  }
  return blocks;
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
    const older = source.nieuwer ? `, ouder dan een document van ${writeDate(source.nieuwer)}` : "";
    const date = source.documentDatum ? ` (${writeDate(source.documentDatum)}${older})` : "";
    return `[${source.nummer}] ${source.titel}${date}, ${place.filter(Boolean).join(", ")}: “${source.citaat}”`;
  });
  const understood = answer.begrepen ? `Begrepen als: ${answer.begrepen}` : null;
  return [answer.vraag, understood, "", answer.kort, answer.kort ? "" : null, answer.tekst, "", "Bronnen", ...sources]
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
