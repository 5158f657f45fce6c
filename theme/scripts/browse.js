/* Entry of the page that combines facets: any values of one facet, all facets at once; counts are live,
   the choice is in the address. */
import { loadFacets } from "./browse/loading.js";
import { failed, startSheet } from "./browse/sheet.js";
import { onArrival } from "./shell/arriving.js";
import { one } from "./shell/elements.js";

onArrival(() => {
  const place = one("[data-facets]");
  if (place) loadFacets().then((data) => startSheet(place, data)).catch(() => failed(place));
});
