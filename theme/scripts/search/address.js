/* Query, order and facets live in the address of the search page, so that a search can be sent on. */

export const FACET_NAMES = new Map([
  ["region", "地区"],
  ["column", "栏目"],
  ["theme", "主题"],
  ["kind", "类型"],
  ["year", "年份"],
]);
const MOST_CHARACTERS = 400;

/* What an address (`?q=…`) asks for: {query, chosen, order}. */
export function readAddress(search) {
  const asked = new URLSearchParams(search), order = asked.get("sort"), chosen = {};
  for (const facet of FACET_NAMES.keys()) chosen[facet] = asked.getAll(facet);
  return {
    query: asked.get("q") || "",
    chosen,
    order: order === "new" || order === "old" ? order : "worth",
  };
}

/* The same the other way; empty where nothing is asked. */
export function writeAddress({ query, chosen, order }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query.slice(0, MOST_CHARACTERS));
  for (const facet of FACET_NAMES.keys()) chosen[facet].forEach((value) => asked.append(facet, value));
  if (order !== "worth") asked.set("sort", order);
  const text = asked.toString();
  return text && `?${text}`;
}
