/* The search page. */
import { furnish, sayError } from "../box/furnishing.js";
import { button, element, one } from "../shell/elements.js";
import { readAddress, writeAddress } from "./address.js";
import { answer } from "./answer.js";
import { Box } from "./box.js";
import { counted, filtered } from "./counting.js";
import { drawFacets } from "./drawing.js";
import { fold } from "./fold.js";
import { base } from "./loading.js";
import { pathOf, placeAddress, placesNamed } from "./places.js";
import { drafted, sorted } from "./ranking.js";
import { resultRow, searchAddress } from "./results.js";
import { offered } from "./suggesting.js";
import { names, textOf } from "./texts.js";

const STEP = 10;
const ORDERS = [["worth", "按相关程度"], ["new", "从新到旧"], ["old", "从旧到新"]];
const parts = {};
let state = null;
let current = null;
let turn = 0;
let settled = 0;

function remember() {
  /* The path is written again as it stands; a folder's name may hold # and %. */
  try {
    history.pushState(null, "", location.pathname + writeAddress(state));
  } catch (_error) {
    /* Some browsers refuse it for pages of a folder; the search itself goes on. */
  }
}

/* ---- answering ---- */

async function run() {
  const mine = ++turn;
  tell("正在检索…", "busy");
  try {
    const found = await answer(state.query, (draft) => {
      return mine === turn ? show(draft, mine, true).catch(() => {}) : null;
    });
    if (mine !== turn) return;
    current = found;
    settled = mine;
    await show(found, mine, false);
    await guide(found, mine);
  } catch (error) {
    if (mine === turn) sayError(parts.status, error.message);
  }
}

/* Leads to the place that the words name, and out of an empty answer to what is nearest. */
async function guide(found, mine) {
  const text = state.query.trim(), facts = await base();
  const words = /[\s:："“]/.test(text) ? "" : fold(text, facts.variants);
  const places = words ? placesNamed(words, facts, await names("g", words)) : [];
  const nearest = found.items.length || found.empty ? [] : await offered(text);
  if (mine !== turn) return;
  parts.places.textContent = "";
  parts.offers.textContent = "";
  for (const place of places) {
    const path = pathOf(place.id, facts.places), other = place.other ? `又称${place.other}` : "";
    const note = [other, path].filter(Boolean).join("，");
    parts.places.append(
      parts.places.firstChild ? "、" : "地区：",
      element("a", { href: placeAddress(place.id), text: place.name }),
      note ? `（${note}）` : "",
    );
  }
  if (!nearest.length) return;
  parts.offers.append(
    element("p", { text: "您要找的也许是：" }),
    element(
      "ul",
      {},
      nearest.map((row) => {
        const link = element("a", { href: row.href || searchAddress(row.query), text: row.name });
        return element("li", {}, [link, " ", element("span", { class: "bm-note", text: row.note })]);
      }),
    ),
  );
}

/* The same answer under other facets or in another order. */
async function again() {
  remember();
  if (!current) {
    run();
    return;
  }
  const mine = ++turn;
  try {
    await show(current, mine, false);
  } catch (error) {
    sayError(parts.status, error.message);
  }
}

/* Shows an answer; a draft shows only what its texts prove, and says so. */
async function show(found, mine, draft) {
  const every = found.near ? found.nearItems : found.items;
  const items = await filtered(every, state.chosen);
  const list = await (draft ? drafted : sorted)(found, items, state.order);
  await addRows(found, list, 0, draft, mine);
  if (late(mine, draft)) return;
  if (draft) {
    tell(`约 ${items.length} 篇，正在逐篇核对…`, "draft");
    return;
  }
  tell(verdict(found, items.length), "found");
  const counts = await counted(every, state.chosen);
  if (mine !== turn) return;
  drawFacets(parts.facets, counts, state.chosen, choose);
  parts.status.setAttribute("data-state", "done");
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
async function addRows(found, list, from, draft, mine) {
  const [facts, texts] = await Promise.all([base(), Promise.all(list.slice(from, from + STEP).map(textOf))]);
  if (late(mine, draft)) return;
  if (!from) parts.results.textContent = "";
  for (const text of texts) {
    parts.results.appendChild(element("li", {}, [resultRow(text, found.phrases, facts.variants)]));
  }
  parts.more.textContent = "";
  const left = list.length - from - STEP;
  if (left > 0 && !draft) parts.more.appendChild(moreButton(found, list, from + STEP, left, mine));
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

function choose(facet, value, wanted) {
  const others = state.chosen[facet].filter((other) => other !== value);
  state.chosen[facet] = wanted ? others.concat(value) : others;
  again();
}

/* ---- the page ---- */

export function startPage(place) {
  state = readAddress(location.search);
  build(place);
  window.addEventListener("popstate", () => {
    if (!place.isConnected) return;
    state = readAddress(location.search);
    parts.input.value = state.query;
    parts.order.value = state.order;
    run();
  });
  run();
}

function build(place) {
  const box = furnish(ownForm(state.query), "bm-search-page");
  const labelled = { role: "group", "aria-label": "缩小范围" };
  parts.input = box.input;
  parts.order = orderChoice();
  parts.status = element("p", { class: "bm-search__status", role: "status", "aria-live": "polite" });
  parts.results = element("ol", { class: "bm-search__results" });
  parts.more = element("div", { class: "bm-search__after" });
  parts.places = element("p", { class: "bm-search__places" });
  parts.offers = element("div", { class: "bm-search__offers" });
  parts.facets = element("div", { class: "bm-search__facets", ...labelled });
  place.append(
    box.form,
    element("div", { class: "bm-search__bar" }, [parts.status, parts.order]),
    element("div", { class: "bm-search__columns" }, [
      parts.facets,
      element("div", {}, [parts.places, parts.offers, parts.results, parts.more]),
    ]),
  );
  const help = one(".bm-search__help");
  if (help) place.insertBefore(help, box.form.nextSibling);
  new Box(box, false);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    state.query = box.input.value;
    remember();
    run();
  });
}

function ownForm(query) {
  return element(
    "form",
    { role: "search", class: "bm-box--own", action: searchAddress(""), method: "get" },
    [
      element("input", {
        type: "search",
        name: "q",
        placeholder: "搜索任意词句",
        "aria-label": "搜索任意词句",
        value: query || null,
      }),
      element("button", { type: "submit", class: "bm-box__go", text: "搜索" }),
    ],
  );
}

function orderChoice() {
  const options = ORDERS.map(([value, text]) => element("option", { value, text }));
  const choice = element("select", { class: "bm-search__order", "aria-label": "排序" }, options);
  choice.value = state.order;
  choice.addEventListener("change", () => {
    state.order = choice.value;
    again();
  });
  return choice;
}
