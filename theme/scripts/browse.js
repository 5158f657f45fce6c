/* Entry of the page that combines facets: any values of one facet, all facets at once; counts are live,
   the choice is in the address. */
import { loadFacets } from "./browse/loading.js";
import { failed, startSheet } from "./browse/sheet.js";

const place = document.querySelector("[data-facets]");
if (place) loadFacets().then((data) => startSheet(place, data)).catch(() => failed(place));
