// The list of documents: ask within one, add some, remove one.

import { addDocuments, loadPage, removeDocument } from "./api.js";
import { make } from "./dom.js";
import { renewFilters } from "./filters.js";

const list = document.getElementById("documenten");
const adding = document.getElementById("toevoegen");
const chooser = document.getElementById("bestanden");
const outcome = document.getElementById("toegevoegd");
const dialog = document.getElementById("bevestiging");
const MOST_FILES = 100;
let busy = false;

// `announce` tells a screen reader; `choose` gets the id of a document to ask within.
export function followDocuments(announce, choose) {
  if (list) {
    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.dataset.document) choose(button.dataset.document);
      if (button && button.dataset.verwijder) ask(button, announce);
    });
  }
  if (!adding) return;
  document.getElementById("bestanden-kiezen").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => add([...chooser.files]));
  followDragging();
}

function followDragging() {
  const holdsFiles = (event) => [...(event.dataTransfer ? event.dataTransfer.types : [])].includes("Files");
  const mark = (on) => document.body.classList.toggle("dropping", on);
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(false);
    adding.closest("details").open = true;
    add([...event.dataTransfer.files]);
  });
}

function tell(words, faults = []) {
  const named = faults.map((fault) => make("li", {}, fault));
  outcome.replaceChildren(
    ...(words ? [make("p", { class: "hint" }, words)] : []),
    ...(named.length ? [make("p", { class: "fault" }, "Niet toegevoegd:"), make("ul", { class: "fault" }, ...named)] : []),
  );
}

function countFiles(count) {
  return count === 1 ? "1 document" : `${count} documenten`;
}

// What the service takes in one go: it cuts off what is larger.
function divide(files, most) {
  const groups = [];
  let room = 0;
  for (const file of files) {
    if (file.size > room || groups.at(-1).length === MOST_FILES) {
      groups.push([]);
      room = most;
    }
    groups.at(-1).push(file);
    room -= file.size;
  }
  return groups;
}

async function add(files) {
  if (busy || !files.length) return;
  busy = true;
  adding.setAttribute("aria-busy", "true");
  tell(`${files.length === 1 ? files[0].name : `${files.length} bestanden`}: wordt ingelezen. Een scan kan minuten duren.`);
  const most = Number(adding.dataset.most);
  const faults = files
    .filter((file) => file.size > most)
    .map((file) => `${file.name}: het bestand is te groot (hoogstens ${Math.floor(most / 1e6)} MB)`);
  let count = 0;
  try {
    for (const group of divide(files.filter((file) => file.size <= most), most)) {
      try {
        const found = await addDocuments(group);
        count += found.totaal;
        faults.push(...(found.mislukkingen || []).map((fault) => `${fault.bestand}: ${fault.reden}`));
      } catch (fault) {
        faults.push(...((fault.details || []).length ? fault.details : [fault.message]));
      }
    }
    if (count) await renew();
    tell(count ? `Toegevoegd: ${countFiles(count)}.` : "", faults);
  } catch (fault) {
    outcome.replaceChildren(make("p", { class: "fault" }, fault.message));
  } finally {
    busy = false;
    adding.removeAttribute("aria-busy");
    chooser.value = "";
  }
}

function ask(button, announce) {
  const { verwijder: id, titel: title } = button.dataset;
  document.getElementById("bevestiging-titel").textContent = title;
  dialog.returnValue = "";
  dialog.onclose = () => (dialog.returnValue === "ja" ? remove(id, title, announce) : button.focus());
  dialog.showModal();
}

async function remove(id, title, announce) {
  if (busy) return;
  busy = true;
  tell(`${title}: wordt verwijderd.`);
  try {
    await removeDocument(id);
    await renew();
    tell(`${title} is verwijderd.`);
    announce(`${title} is verwijderd.`);
  } catch (fault) {
    outcome.replaceChildren(make("p", { class: "fault" }, fault.message));
  } finally {
    busy = false;
    list.focus({ preventScroll: true });
  }
}

// What the page lists is made by the service; its answer takes the place of what stands here.
async function renew() {
  const fresh = new DOMParser().parseFromString(await loadPage(), "text/html");
  const items = fresh.getElementById("documenten");
  if (!list || !items) {
    window.location.reload();
    return;
  }
  list.replaceChildren(...items.children);
  document.querySelector(".top-count").textContent = fresh.querySelector(".top-count").textContent;
  renewFilters(fresh.getElementById("filters"));
}
