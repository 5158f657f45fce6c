/* A selection - words, facets, order - lives in the address of the workbench, so that it can be sent on. */

export const FACET_NAMES = new Map([
  ["region", "地区"],
  ["column", "栏目"],
  ["theme", "主题"],
  ["kind", "体裁"],
  ["year", "年份"],
]);
const MOST_CHARACTERS = 400;

/* What an address (`?q=…`) asks for: {query, chosen, order, basket, other}; `other` is the address of the
   selection that this one is compared with, null for none. */
export function readAddress(search) {
  const asked = new URLSearchParams(search), order = asked.get("sort"), chosen = {};
  for (const facet of FACET_NAMES.keys()) chosen[facet] = asked.getAll(facet);
  return {
    query: asked.get("q") || "",
    chosen,
    order: order === "new" || order === "old" ? order : "worth",
    basket: asked.has("basket"),
    other: asked.get("with"),
  };
}

/* The same the other way; empty where nothing is asked. */
export function writeAddress({ query, chosen, order, basket, other }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query.slice(0, MOST_CHARACTERS));
  for (const facet of FACET_NAMES.keys()) chosen[facet].forEach((value) => asked.append(facet, value));
  if (basket) asked.set("basket", "1");
  if (order !== "worth") asked.set("sort", order);
  if (typeof other === "string") asked.set("with", other);
  const text = asked.toString();
  return text && `?${text}`;
}

/* A state that asks for nothing. */
export function nothingAsked() {
  return readAddress("");
}

/* What a selection is made of, one value after another: [{facet, value, label, text}]; words come first.
   Values that the archive does not have choose nothing, and are no piece. */
export function piecesOf({ query, chosen, basket }, { places, facets }) {
  const pieces = query.trim() ? [{ facet: "q", value: query, label: "词句", text: query.trim() }] : [];
  if (basket) pieces.push({ facet: "basket", value: "", label: "", text: "收下的稿件" });
  for (const [facet, label] of FACET_NAMES) {
    const names = new Map(facet === "region" ? places : facets[facet].map((name) => [name, name]));
    for (const value of chosen[facet].filter((each) => names.has(each))) {
      pieces.push({ facet, value, label, text: names.get(value) });
    }
  }
  return pieces;
}

/* The state without one of its pieces. */
export function withoutPiece(state, { facet, value }) {
  if (facet === "q") return { ...state, query: "" };
  if (facet === "basket") return { ...state, basket: false };
  return {
    ...state,
    chosen: { ...state.chosen, [facet]: state.chosen[facet].filter((other) => other !== value) },
  };
}
