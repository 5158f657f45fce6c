/* Pictures of a selection, drawn from its counts: every mark is a button that chooses what it stands for. */
import { base } from "../search/loading.js";
import { facetLists } from "../search/lists.js";
import { all, button, element, one } from "../shell/elements.js";

const SHADES = 4;

/* The shade for a count, 0 for none to 4 for the most. */
export function shade(count, most) {
  return most ? Math.min(SHADES, Math.ceil(count * SHADES / most)) : 0;
}

/* Places just below the uppermost, by their index. */
export function leaguesOf(places) {
  return Array.from(places.keys()).filter((at) => places[at][2] >= 0 && places[places[at][2]][2] < 0);
}

/* How many of `items` have each theme and each league: a row of counts for each theme. An item with two
   places in a league counts once. */
export function crossed(items, themes, regions, places) {
  const leagues = leaguesOf(places), here = new Set(items);
  const held = leagues.map((league) => {
    const inside = (at) => at >= 0 && (at === league || inside(places[at][2]));
    const lists = regions.filter((_list, at) => inside(at));
    return new Set([].concat(...lists.map((list) => Array.from(list))));
  });
  return themes.map((list) => {
    const left = Array.from(list).filter((item) => here.has(item));
    return held.map((items_) => left.filter((item) => items_.has(item)).length);
  });
}

/* Draws map, years and matrix; `acts.choose(facets)` puts values of facets in place of those chosen. */
export async function drawPictures(place, items, counts, chosen, choose) {
  const [facts, themes, regions] = await Promise.all([base(), facetLists("theme"), facetLists("region")]);
  const counted = new Map(counts), short = shortNames(facts.places);
  return () => {
    place.textContent = "";
    place.append(
      ...tiles(counted.get("region"), chosen.region, short, (region) => choose({ region })),
      years(counted.get("year"), chosen.year, (year) => choose({ year })),
      ...matrix(crossed(items, themes, regions, facts.places), facts, short, choose),
    );
  };
}

/* A league's name for a narrow place: as the page's map has it, else its own. */
function shortNames(places) {
  const known = new Map(all("#tiles > li").map((tile) => [tile.dataset.code, tile.textContent]));
  return new Map(leaguesOf(places).map((at) => [places[at][0], known.get(places[at][0]) || places[at][1]]));
}

function figure(title, inside) {
  return element("section", { class: "bm-picture" }, [element("h2", { text: title }), inside]);
}

/* The page says where each tile stands. */
function tiles(rows, chosen, short, choose) {
  const where = one("#tiles"), found = new Map(rows.map((row) => [row.value, row.count]));
  if (!where) return [];
  const most = Math.max(...all("li", where).map((tile) => found.get(tile.dataset.code) || 0));
  const drawn = all("li", where).map(({ dataset }) => {
    const count = found.get(dataset.code) || 0, on = chosen.includes(dataset.code);
    const mark = button("", null, () => choose(on ? [] : [dataset.code]));
    mark.append(
      element("span", { text: short.get(dataset.code) || dataset.name }),
      " ",
      element("strong", { text: `${count}篇` }),
    );
    mark.setAttribute("aria-pressed", String(on));
    if (!count && !on) mark.disabled = true;
    return element("li", { class: `bm-tile bm-tile--s${shade(count, most)} ${dataset.where}` }, [mark]);
  });
  return [figure("盟市", element("ul", { class: where.className }, drawn))];
}

function years(rows, chosen, choose) {
  const some = rows.filter((row) => row.count || chosen.includes(row.value)).reverse();
  const dated = (row) => /^\d/.test(row.value);
  const shown = some.filter(dated).concat(some.filter((row) => !dated(row)));
  const most = Math.max(...shown.map((row) => row.count));
  const marks = shown.map((row) => {
    const on = chosen.includes(row.value), mark = button("", "bm-year", () => choose(on ? [] : [row.value]));
    const bar = element("span", { class: "bm-year__bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(row.count / most));
    mark.append(
      element("span", { class: "bm-year__count", text: `${row.count}篇` }),
      bar,
      element("span", { text: row.name }),
    );
    mark.setAttribute("aria-pressed", String(on));
    return element("li", {}, [mark]);
  });
  return figure("年份", element("ol", { class: "bm-years" }, marks));
}

function matrix(counts, facts, short, choose) {
  const leagues = leaguesOf(facts.places).map((at) => facts.places[at]);
  const seen = leagues.filter((_league, at) => counts.some((row) => row[at]));
  const rows = facts.facets.theme.map((name, at) => ({ name, counts: counts[at] }))
    .filter((row) => row.counts.some(Boolean));
  if (!rows.length) return [];
  const most = Math.max(...[].concat(...rows.map((row) => row.counts)));
  const heads = seen.map((league) => element("th", { scope: "col", text: short.get(league[0]) }));
  const lines = rows.map((row) => {
    const cells = seen.map((league) => {
      const count = row.counts[leagues.indexOf(league)];
      return cellOf(count, shade(count, most), `${row.name}，${league[1]}，${count} 篇`, () => {
        choose({ theme: [row.name], region: [league[0]] });
      });
    });
    return element("tr", {}, [element("th", { scope: "row", text: row.name }), ...cells]);
  });
  const table = element("table", { class: "bm-cross" }, [
    element("thead", {}, [element("tr", {}, [element("td"), ...heads])]),
    element("tbody", {}, lines),
  ]);
  return [figure("主题与盟市", element("div", { class: "bm-cross__room" }, [table]))];
}

function cellOf(count, step, name, act) {
  if (!count) return element("td");
  const mark = button(String(count), `bm-cross__mark bm-cross__mark--s${step}`, act);
  mark.setAttribute("aria-label", name);
  return element("td", {}, [mark]);
}
