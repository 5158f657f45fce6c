/* What the desk shows of a page and of what is said of it, as plain data. */
import { blocksOf } from "./editing.js";
import { begun, foreseen } from "./state.js";

const SHOWN = 18;

/* { rows, cards }: the source lines, and the items; `read` is how a reader behind the desk reads just this state. */
export function seen(page, state, read) {
  const now = read || page, { items: drafts, roles } = foreseen(now, read ? begun(now) : state);
  const items = drafts.map((draft) => itemOf(draft, now)).filter((item) => item.lines.length);
  items.sort((a, b) => a.first - b.first);
  const place = new Map();
  items.forEach((item, at) => item.lines.forEach((line) => place.set(line, at)));
  const texts = new Map(now.lines.map((line) => [line.number, line]));
  const cards = items.map((item, at) => cardIn(item, at + 1, state, texts));
  const doubted = new Set();
  for (const card of cards) {
    if (!card.checked) card.doubts.forEach((doubt) => doubted.add(doubt.line));
  }
  const before = begun(page).lines;
  const rows = now.lines.map((line) => ({
    number: line.number,
    text: line.text,
    role: roles[line.number] === line.role ? line.called : roles[line.number],
    place: place.has(line.number) ? place.get(line.number) : line.item === -1 ? -1 : -2,
    doubted: doubted.has(line.number),
    changed: JSON.stringify(state.lines[line.number]) !== JSON.stringify(before[line.number]),
  }));
  return { rows, cards };
}

function itemOf(draft, page) {
  const lines = blocksOf(draft).sort((a, b) => a - b);
  return { lines, first: lines[0], draft, read: draft.from === null ? null : page.items[draft.from] };
}

function cardIn({ lines, draft, read }, number, state, texts) {
  const within = (line) => lines.includes(Number(line));
  const own = (entries) => entries[Object.keys(entries).find(within)] || null;
  const same = read && JSON.stringify(linesOf(read)) === JSON.stringify(lines);
  const words = texts.get(draft.heads[0] || (draft.body[0] || [])[0] || lines[0]).text.trim();
  const check = state.checked.find((each) => within(each.item));
  const gone = state.withdrawn.find((each) => within(each.item));
  const authors = own(state.authors) || [];
  return {
    number,
    lines,
    line: draft.heads[0] || lines[0],
    title: (same && read.title) || (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words),
    kind: read ? read.called : "新的一篇",
    column: read ? read.column : "",
    part: read ? read.part : "",
    people: read ? read.people.join("、") : "",
    headless: !draft.heads.length,
    doubts: read ? read.doubts : [],
    sum: same ? read.sum : "",
    checked: Boolean(check) || Boolean(same && read.checked),
    withdrawn: gone ? `${gone.reason}（${gone.on}）` : "",
    said: own(state.items) || {},
    authors: authors.map((each) => typeof each === "string" ? each : each.name || each.institution).join(
      "、",
    ),
    tags: own(state.tags) || {},
    themes: read ? read.themes : [],
    regions: read ? read.regions : [],
    practices: read ? read.practices : [],
  };
}

function linesOf(item) {
  return blocksOf(item).sort((a, b) => a - b);
}
