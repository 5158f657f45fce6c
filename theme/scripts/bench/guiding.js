/* The place that the words name, and ways out of an empty answer. */
import { fold } from "../search/fold.js";
import { base } from "../search/loading.js";
import { pathOf, placeAddress, placesNamed } from "../search/places.js";
import { searchAddress } from "../search/results.js";
import { offered } from "../search/suggesting.js";
import { names } from "../search/texts.js";
import { element } from "../shell/elements.js";

/* Leads to the place that the words name, and out of an empty answer to what is nearest; `stale()` says
   whether another search has come in between. */
export async function guide(parts, query, found, stale) {
  const text = query.trim(), facts = await base();
  const words = /[\s:："“]/.test(text) ? "" : fold(text, facts.variants);
  const places = words ? placesNamed(words, facts, await names("g", words)) : [];
  const nearest = found.items.length || found.empty ? [] : await offered(text);
  if (stale()) return;
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
  if (nearest.length) parts.offers.append(element("p", { text: "您要找的也许是：" }), offers(nearest));
}

function offers(nearest) {
  return element(
    "ul",
    {},
    nearest.map((row) => {
      const link = element("a", { href: row.href || searchAddress(row.query), text: row.name });
      return element("li", {}, [link, " ", element("span", { class: "bm-note", text: row.note })]);
    }),
  );
}
