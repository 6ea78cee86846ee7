// The page to ask questions on.

import { showAnswer, tellAnswer } from "./answer.js";
import { askQuestion } from "./api.js";
import { followDocuments } from "./documents.js";
import { make, speak } from "./dom.js";
import { showDownloads } from "./downloads.js";
import { limitTo, listFilters, readFilters } from "./filters.js";

const form = document.getElementById("vraagformulier");
const box = document.getElementById("vraag");
const send = form.querySelector(".send");
const talk = document.getElementById("gesprek");
const intro = document.getElementById("begin");
const status = document.getElementById("melding");
const fresh = document.getElementById("nieuw-gesprek");
const FORGOTTEN = `${speak("Uw", "Je")} vragen hiervoor zijn vergeten. Deze vraag is op zichzelf gelezen.`;
const WIDE = window.matchMedia("(min-width: 68rem)");
let turns = 0;
let busy = false;
let conversation = null; // the one that the last answer gave: what it was about is known to the next question

function announce(words) {
  status.textContent = words;
}

function fitBox() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
}

// A conversation that the service no longer knows is left out; the question then stands by itself.
async function askWithin(question, within) {
  try {
    return { answer: await askQuestion(question, readFilters(), within), forgotten: false };
  } catch (fault) {
    if (!within || !(fault.fields || []).includes("gesprek")) throw fault;
    return { answer: await askQuestion(question, readFilters()), forgotten: true };
  }
}

function setConversation(name) {
  conversation = name || null;
  fresh.hidden = !conversation;
}

async function ask(question, within = conversation) {
  if (busy || !question.trim()) return;
  busy = true;
  send.disabled = true;
  intro.classList.add("begun");
  turns += 1;
  const key = `antwoord-${turns}`;
  const wait = make("p", { class: "waiting" }, "De documenten worden doorzocht…");
  const turn = make(
    "article",
    { class: "turn", "aria-labelledby": `${key}-vraag`, "aria-busy": "true" },
    make("h2", { class: "question", id: `${key}-vraag` }, question.trim()),
    wait,
  );
  talk.append(turn);
  announce("De documenten worden doorzocht.");
  turn.scrollIntoView({ block: "start" });
  try {
    const { answer, forgotten } = await askWithin(question, within);
    setConversation(answer.gesprek);
    wait.replaceWith(
      ...(forgotten ? [make("p", { class: "hint" }, FORGOTTEN)] : []),
      showAnswer(answer, key, announce, (next) => ask(next, answer.gesprek)),
    );
    announce(tellAnswer(answer));
  } catch (fault) {
    wait.replaceWith(make("p", { class: "notice", role: "alert" }, fault.message));
    announce("");
  } finally {
    turn.removeAttribute("aria-busy");
    busy = false;
    send.disabled = false;
    turn.scrollIntoView({ block: "start" });
    box.focus({ preventScroll: true });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = box.value;
  if (busy || !question.trim()) return;
  box.value = "";
  fitBox();
  ask(question);
});

box.addEventListener("input", fitBox);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

fresh.addEventListener("click", () => {
  setConversation(null);
  announce("Nieuw gesprek: de volgende vraag staat op zichzelf.");
  box.focus();
});

for (const button of document.querySelectorAll("[data-vraag]")) {
  button.addEventListener("click", () => ask(button.dataset.vraag));
}
followDocuments(announce, (id) => {
  limitTo(id);
  box.focus();
});

const kind = document.getElementById("feitensoort");
if (kind) {
  const choose = () => [...listFilters(), ...(kind.value ? [["soort", kind.value]] : [])];
  document.getElementById("feiten-downloaden").append(showDownloads("Feiten", choose, announce));
}

function fitPanels() {
  for (const panel of document.querySelectorAll("[data-panel]")) panel.open = WIDE.matches;
}
WIDE.addEventListener("change", fitPanels);
fitPanels();

const asked = new URLSearchParams(window.location.search).get("vraag");
if (asked) ask(asked);
