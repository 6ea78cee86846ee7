// The filters: what the form holds, and the same in words above the question box.

const form = document.getElementById("filters");
const line = document.getElementById("actief");
const LISTS = new Set(["document", "thema", "regio"]);
const WORDS = { van: "vanaf", tot: "tot en met" };

export function listFilters() {
  if (!form) return [];
  return [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
}

export function readFilters() {
  return Object.fromEntries(listFilters().map(([name, value]) => [name, LISTS.has(name) ? [value] : value]));
}

export function limitTo(id) {
  form.elements.document.value = id;
  showActive();
}

// Takes over the choices of another form of the same shape; what is chosen stays while it is there.
export function renewFilters(other) {
  for (const select of form.querySelectorAll("select")) {
    const chosen = select.value;
    select.replaceChildren(...other.elements[select.name].children);
    select.value = [...select.options].some((option) => option.value === chosen) ? chosen : "";
  }
  showActive();
}

function showActive() {
  const words = [];
  for (const field of form.elements) {
    if (!field.name || !field.value.trim()) continue;
    const chosen = field.selectedOptions ? field.selectedOptions[0].textContent.replace(/ \(\d+\)$/, "") : field.value;
    words.push(WORDS[field.name] ? `${WORDS[field.name]} ${chosen.trim()}` : chosen.trim());
  }
  line.hidden = words.length === 0;
  line.textContent = words.length ? `Alleen in: ${words.join(" · ")}` : "";
}

if (form) {
  form.addEventListener("input", showActive);
  form.addEventListener("reset", () => window.setTimeout(showActive));
  form.addEventListener("submit", (event) => event.preventDefault());
  showActive();
}
