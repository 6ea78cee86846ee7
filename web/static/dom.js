// Elements from values. Text only ever becomes text: nothing here reads markup.

export function make(name, options = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") element.className = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// The form of address that the service is set to.
export function speak(formal, informal) {
  return document.documentElement.dataset.aanspreekvorm === "je" ? informal : formal;
}

// Offsets on the wire count code points, strings here count UTF-16 units.
export function toUnits(text, offset, from = { point: 0, unit: 0 }) {
  let { point, unit } = from.point <= offset ? from : { point: 0, unit: 0 };
  while (point < offset && unit < text.length) {
    const code = text.charCodeAt(unit);
    unit += code >= 0xd800 && code <= 0xdbff && unit + 1 < text.length ? 2 : 1;
    point += 1;
  }
  return unit;
}

const MONTHS = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
];

export function writeDate(value) {
  if (!value) return "";
  const [year, month, day] = value.split("-");
  const name = MONTHS[Number(month) - 1];
  if (!name) return value;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

export function documentLink(source) {
  return `/documenten/${encodeURIComponent(source.document)}#${Number(source.start)}-${Number(source.eind)}`;
}

export function fileLink(source) {
  const page = source.pagina ? `#page=${Number(source.pagina)}` : "";
  return `/v1/documenten/${encodeURIComponent(source.document)}/bestand${page}`;
}
