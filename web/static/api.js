// The calls to the service. A failure becomes an Error whose message can be shown.

const UNREACHABLE = "De dienst is niet bereikbaar. Controleer of Leeswijzer nog draait en probeer het opnieuw.";

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw new Error(UNREACHABLE);
  }
  if (response.ok) return response;
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    problem = {};
  }
  const fault = new Error(problem.detail || `De dienst gaf een fout (status ${response.status}).`);
  fault.fields = (problem.errors || []).map((error) => error.veld);
  fault.details = (problem.errors || []).map((error) => error.detail);
  throw fault;
}

// `within` is what the answer before gave as its conversation, or nothing.
export async function askQuestion(question, filters, within, signal) {
  const body = { vraag: question };
  if (within) body.gesprek = within;
  if (Object.keys(filters).length) body.filters = filters;
  const response = await call("/v1/antwoorden", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  return response.json();
}

export async function loadFacts(chosen, form) {
  const asked = new URLSearchParams([...chosen, ["vorm", form]]);
  return (await call(`/v1/feiten?${asked}`)).blob();
}

export async function addDocuments(files) {
  const body = new FormData();
  for (const file of files) body.append("bestanden", file, file.name);
  return (await call("/v1/documenten", { method: "POST", body })).json();
}

export async function removeDocument(id) {
  await call(`/v1/documenten/${encodeURIComponent(id)}`, { method: "DELETE" });
  kept.clear();
}

export async function loadPage() {
  return (await call("/", { headers: { Accept: "text/html" } })).text();
}

const kept = new Map();

// What is asked once for each address; a failure is asked again.
function keep(path, read) {
  if (!kept.has(path)) {
    const found = call(path).then(read);
    found.catch(() => kept.delete(path));
    kept.set(path, found);
  }
  return kept.get(path);
}

export function loadText(id) {
  return keep(`/v1/documenten/${encodeURIComponent(id)}/tekst`, (response) => response.text());
}

export function loadDocument(id) {
  return keep(`/v1/documenten/${encodeURIComponent(id)}`, (response) => response.json());
}

export async function loadBoxes(id, start, end) {
  const path = `/v1/documenten/${encodeURIComponent(id)}/vlakken?start=${Number(start)}&eind=${Number(end)}`;
  return (await keep(path, (response) => response.json())).items;
}

export function pagePicture(id, page, width) {
  return `/v1/documenten/${encodeURIComponent(id)}/paginas/${Number(page)}?breedte=${Number(width)}`;
}
