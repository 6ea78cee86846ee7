// Buttons that save facts as a file: a workbook, a table, or lines of JSON.

import { loadFacts } from "./api.js";
import { make } from "./dom.js";

const FORMS = [
  ["xlsx", "Excel"],
  ["csv", "CSV"],
  ["jsonl", "JSONL"],
];

// `choose` gives what the facts are limited to when a button is pressed, as names and values.
export function showDownloads(words, choose, announce) {
  const trouble = make("span", { class: "fault", role: "alert" });
  const buttons = FORMS.map(([form, name]) =>
    make(
      "button",
      { type: "button", class: "quiet", "data-vorm": form, "aria-label": `${words}: download als ${name}` },
      name,
    ),
  );
  const group = make("div", { class: "downloads", role: "group", "aria-label": words }, ...buttons, trouble);
  group.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    // A button that is busy keeps the focus: it is not disabled.
    if (!button || group.hasAttribute("aria-busy")) return;
    const name = button.textContent;
    group.setAttribute("aria-busy", "true");
    trouble.textContent = "";
    button.textContent = "Bezig…";
    announce("De feiten worden verzameld.");
    try {
      saveFile(await loadFacts(choose(), button.dataset.vorm), `feiten.${button.dataset.vorm}`);
      announce(`feiten.${button.dataset.vorm} is opgehaald.`);
    } catch (fault) {
      trouble.textContent = fault.message;
      announce("");
    } finally {
      group.removeAttribute("aria-busy");
      button.textContent = name;
    }
  });
  return group;
}

function saveFile(blob, name) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
