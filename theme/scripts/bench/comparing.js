/* Two selections side by side: how many, of what, and which. */
import { nothingAsked, piecesOf, readAddress, writeAddress } from "../search/address.js";
import { counted } from "../search/counting.js";
import { base } from "../search/loading.js";
import { intersected } from "../search/sets.js";
import { textOf } from "../search/texts.js";
import { button, element } from "../shell/elements.js";
import { leaguesOf } from "./pictures.js";
import { itemsOfSelection } from "./selecting.js";

const MOST_TOLD = 5;
/* The texts that are read for what is in no facet. */
const MOST_READ = 200;
const ROWS = [["region", "盟市"], ["theme", "主题"], ["kind", "体裁"], ["year", "年份"]];

/* The state that keeps this selection as the one to compare with. */
export function setAside(state) {
  return { ...state, other: writeAddress({ ...state, other: null }).slice(1) };
}

/* The two change places. */
export function swapped(state) {
  const { other } = setAside(state);
  return { ...readAddress(state.other), other };
}

/* The words for a selection. */
export function wordsOf(state, facts) {
  const pieces = piecesOf(state, facts);
  return pieces.map((piece) => piece.text).join(" · ") || "全部稿件";
}

async function told(state) {
  const [facts, items] = await Promise.all([base(), itemsOfSelection(state)]);
  const leagues = new Set(leaguesOf(facts.places).map((at) => facts.places[at][0]));
  const counts = new Map(await counted(items, nothingAsked().chosen));
  counts.set("region", counts.get("region").filter((row) => leagues.has(row.value)));
  const texts = await Promise.all(Array.from(items).reverse().slice(0, MOST_READ).map(textOf));
  counts.set("practice", practicesOf(texts));
  return { items, counts, texts: texts.slice(0, MOST_TOLD), words: wordsOf(state, facts) };
}

/* How many of the texts tell of each practice, the most frequent first. */
export function practicesOf(texts) {
  const counts = new Map();
  for (const { labels } of texts) {
    const names = [].concat(...labels.filter(([label]) => label === "做法").map((label) => label[1]));
    new Set(names).forEach((name) => counts.set(name, (counts.get(name) || 0) + 1));
  }
  const rows = Array.from(counts, ([name, count]) => ({ value: name, name, count }));
  return rows.sort((one, other) => other.count - one.count);
}

/* Draws both into `place`, which is empty where nothing is compared; resolves with what draws it. */
export async function comparison(place, state, turnTo) {
  if (typeof state.other !== "string") {
    return () => {
      place.textContent = "";
      place.hidden = true;
    };
  }
  const both = await Promise.all([told(readAddress(state.other)), told(state)]);
  const common = intersected(both[0].items, both[1].items).length;
  return () => {
    place.textContent = "";
    place.hidden = false;
    place.append(
      element("h2", { text: "两组对照" }),
      element("div", { class: "bm-bench__tools" }, [
        button("左右对调", "bm-button", () => turnTo(swapped(state))),
        button("结束对照", "bm-button", () => turnTo({ ...state, other: null })),
      ]),
      element("p", { class: "bm-note", text: said(both, common) }),
      table(both),
    );
  };
}

function said([left, right], common) {
  if (left.words === right.words) return "左边这一组已经留住。现在改选词句、地区或主题，右边就是另一组。";
  return common ? `两组都有的：${common} 篇。` : "没有两组都有的稿件。";
}

function table(both) {
  const heads = both.map(({ words, items }) => {
    return element("th", { scope: "col" }, [
      element("span", { text: words }),
      element("strong", { text: `${items.length} 篇` }),
    ]);
  });
  const rows = ROWS.map(([facet, name]) => row(name, both.map((each) => values(facet, each))));
  const some = both.some(({ items }) => items.length > MOST_READ);
  rows.push(
    row(some ? `做法（各数最新的${MOST_READ}篇）` : "做法", both.map((each) => values("practice", each))),
  );
  rows.push(row("最新的", both.map(latest)));
  return element("table", { class: "bm-both" }, [
    element("thead", {}, [element("tr", {}, heads)]),
    ...rows,
  ]);
}

function row(name, cells) {
  return element("tbody", {}, [
    element("tr", {}, [element("th", { colspan: "2", scope: "rowgroup", text: name })]),
    element("tr", {}, cells.map((cell) => element("td", {}, [cell]))),
  ]);
}

/* The most frequent values of a facet, years in their order, with bars. */
function values(facet, { counts, items }) {
  const rows = counts.get(facet).filter((each) => each.count);
  if (facet === "region") rows.sort((one, other) => other.count - one.count);
  const lines = (facet === "year" ? rows : rows.slice(0, MOST_TOLD)).map((each) => {
    const line = element("li", {}, [
      element("span", { text: each.name }),
      element("span", { class: "bm-count", text: String(each.count) }),
    ]);
    line.style.setProperty(
      "--share",
      String(each.count / (facet === "practice" ? Math.min(items.length, MOST_READ) : items.length)),
    );
    return line;
  });
  return lines.length ? element("ul", { class: "bm-both__values" }, lines) : "无";
}

function latest({ texts }) {
  const lines = texts.map((text) => element("li", {}, [element("a", { href: text.href, text: text.title })]));
  return lines.length ? element("ul", { class: "bm-both__items" }, lines) : "无";
}
