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
  throw new Error(problem.detail || `De dienst gaf een fout (status ${response.status}).`);
}

export async function askQuestion(question, filters, signal) {
  const body = { vraag: question };
  if (Object.keys(filters).length) body.filters = filters;
  const response = await call("/v1/antwoorden", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  return response.json();
}

const texts = new Map();

export function loadText(id) {
  if (!texts.has(id)) {
    const text = call(`/v1/documenten/${encodeURIComponent(id)}/tekst`).then((response) => response.text());
    text.catch(() => texts.delete(id));
    texts.set(id, text);
  }
  return texts.get(id);
}
