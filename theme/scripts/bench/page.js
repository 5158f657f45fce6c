/* The workbench: one selection - words, facets, order -, answered and shown; its address holds it. */
import { sayError } from "../box/furnishing.js";
import { nothingAsked, piecesOf, readAddress, withoutPiece, writeAddress } from "../search/address.js";
import { answer } from "../search/answer.js";
import { counted, filtered } from "../search/counting.js";
import { drawFacets } from "../search/drawing.js";
import { base } from "../search/loading.js";
import { drafted, sorted } from "../search/ranking.js";
import { resultRow } from "../search/results.js";
import { textOf } from "../search/texts.js";
import { keeping, keptItems } from "../shell/basket.js";
import { button, element, one } from "../shell/elements.js";
import { built } from "./building.js";
import { drawChips } from "./chips.js";
import { comparison, setAside } from "./comparing.js";
import { guide } from "./guiding.js";
import { drawPictures } from "./pictures.js";
import { citeRows, footWords, MOST_PRINTED } from "./printing.js";
import { everyOf } from "./selecting.js";

const STEP = 10;
let parts = null;
let state = null;
let current = null;
let turn = 0;
let settled = 0;
/* The items shown, in their order. */
let listed = [];

export function startPage(place) {
  parts = built(place, {
    ask: (query) => turnTo({ ...state, query }, true),
    order: (order) => turnTo({ ...state, order }),
    selected,
    print: printAll,
    compare: () => turnTo(setAside(state)),
    basket: () => turnTo({ ...nothingAsked(), basket: true }),
  });
  take(readAddress(location.search));
  window.addEventListener("popstate", () => {
    if (!place.isConnected) return;
    take(readAddress(location.search));
    run();
  });
  run();
}

/* Another selection: answered anew where its words are others, or `anew` is wanted. */
function turnTo(wanted, anew = false) {
  const same = !anew && wanted.query === state.query;
  take(wanted);
  remember();
  if (same && current) again();
  else run();
}

/* Takes a state over; without words there is no worth to go by, and the newest stand first. */
function take(wanted) {
  state = wanted;
  const worded = Boolean(state.query.trim());
  parts.input.value = state.query;
  parts.order.value = worded || state.order !== "worth" ? state.order : "new";
  one("option", parts.order).hidden = !worded;
}

function remember() {
  /* The path is written again as it stands; a folder's name may hold # and %. */
  try {
    history.pushState(null, "", location.pathname + writeAddress(state));
  } catch (_error) {
    /* Some browsers refuse it for pages of a folder; the search itself goes on. */
  }
}

function choose(facet, value, wanted) {
  const others = state.chosen[facet].filter((other) => other !== value);
  turnTo({ ...state, chosen: { ...state.chosen, [facet]: wanted ? others.concat(value) : others } });
}

/* Puts these values in place of what their facets had chosen. */
function chooseOnly(facets) {
  turnTo({ ...state, chosen: { ...state.chosen, ...facets } });
}

/* What is shown, for a file to say of itself. */
function selected() {
  const place = one("#banmian-search"), file = location.protocol === "file:";
  return {
    items: listed,
    about: {
      site: place.dataset.site || document.title,
      words: parts.chips.dataset.words || "全部稿件",
      address: file ? `search/index.html${location.search}` : location.href,
    },
  };
}

/* ---- answering ---- */

async function run() {
  const mine = ++turn;
  current = null;
  tell("正在检索…", "busy");
  try {
    const found = await answer(state.query, (draft) => {
      return mine === turn ? show(draft, mine, true).catch(() => {}) : null;
    });
    if (mine !== turn) return;
    current = found;
    settled = mine;
    await show(found, mine, false);
    await guide(parts, state.query, found, () => mine !== turn);
  } catch (error) {
    if (mine === turn) sayError(parts.status, error.message);
  }
}

/* The same answer under other facets or in another order. */
async function again() {
  const mine = ++turn;
  try {
    await show(current, mine, false);
  } catch (error) {
    if (mine === turn) sayError(parts.status, error.message);
  }
}

/* Shows an answer; a draft shows only what its texts prove, and says so. */
async function show(found, mine, draft) {
  const every = await everyOf(found, state);
  const items = await filtered(every, state.chosen);
  const list = await (draft ? drafted : sorted)(found, items, state.order);
  await addRows(found, list, 0, draft, mine);
  if (late(mine, draft)) return;
  if (draft) {
    tell(`约 ${items.length} 篇，正在逐篇核对…`, "draft");
    return;
  }
  listed = list;
  tell(verdict(found, items.length), "found");
  const [counts, facts, compare] = await Promise.all([
    counted(every, state.chosen),
    base(),
    comparison(parts.both, state, turnTo),
  ]);
  const draw = await drawPictures(parts.pictures, items, counts, state.chosen, chooseOnly);
  if (mine !== turn) return;
  surround(piecesOf(state, facts), counts);
  draw();
  compare();
  parts.status.setAttribute("data-state", "done");
}

/* Draws what stands around the results. */
function surround(pieces, counts) {
  drawChips(parts.chips, pieces, (piece) => turnTo(withoutPiece(state, piece)), () => turnTo(nothingAsked()));
  drawFacets(parts.facets, counts, state.chosen, choose);
  parts.sheet.tell(listed.length, pieces.filter(({ facet }) => state.chosen[facet]).length);
  parts.take.hidden = !listed.length;
  parts.compare.hidden = typeof state.other === "string";
  tellBasket();
}

function tellBasket() {
  const kept = keptItems().length;
  parts.basket.textContent = `收下的 ${kept} 篇`;
  parts.basket.hidden = !kept || state.basket;
}

/* Whether a newer search, or the full answer to this one, has come in between. */
function late(mine, draft) {
  return mine !== turn || (draft && settled === mine);
}

export function verdict(found, count) {
  let said = `找到 ${count} 篇`;
  if (found.near) said = `没有完全匹配的文章，下面是 ${count} 篇近似结果`;
  else if (found.empty) said = "请输入文字：标点和符号不参加检索";
  else if (!count) said = "没有找到";
  if (found.cut) said += "（查询太长，只用了前 400 个字）";
  if (found.fellBack.length) said += `（没有名为“${found.fellBack.join("”“")}”的，已按普通词查找）`;
  return said;
}

function tell(text, mark) {
  parts.status.textContent = text;
  parts.status.setAttribute("data-state", mark);
}

/* Adds the next results; the first call of a turn clears the list. */
async function addRows(found, list, from, draft, mine, many = STEP) {
  const [facts, texts] = await Promise.all([base(), Promise.all(list.slice(from, from + many).map(textOf))]);
  if (late(mine, draft)) return;
  if (!from) parts.results.textContent = "";
  for (const text of texts) {
    const keep = element("button", { type: "button", class: "bm-keep" });
    keeping(keep, text.id, tellBasket);
    parts.results.appendChild(element("li", {}, [resultRow(text, found.phrases, facts.variants), keep]));
  }
  parts.more.textContent = "";
  const left = list.length - from - many;
  if (left > 0 && !draft) parts.more.appendChild(moreButton(found, list, from + many, left, mine));
}

function moreButton(found, list, from, left, mine) {
  const words = `再看 ${Math.min(STEP, left)} 篇（还有 ${left} 篇）`;
  return button(words, "bm-search__more md-button", async () => {
    try {
      await addRows(found, list, from, false, mine);
      const row = parts.results.children[from];
      if (row) one("a", row).focus();
    } catch (error) {
      sayError(parts.status, error.message);
    }
  });
}

/* Shows all, with references, and hands it to the printer. */
async function printAll() {
  const mine = turn, items = listed.slice(0, MOST_PRINTED), done = parts.results.children.length;
  try {
    if (done < items.length) await addRows(current, items, done, false, mine, items.length);
    await citeRows(parts.results, items);
    if (mine !== turn) return;
    parts.foot.textContent = footWords(selected().about, items.length, listed.length);
    window.print();
  } catch (error) {
    if (mine === turn) sayError(parts.status, error.message);
  }
}
