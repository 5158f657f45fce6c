/* Addresses where the site is at home: without `index.html`, as its sitemap and citations have them. Material's
   instant loading knows pages by these. Elsewhere (a folder, a reader of ZIM files) the file's name stays: nobody
   may be there to find it. */
import { one } from "./elements.js";

/* Pages that are made by scripts are opened whole, never put in. */
const WHOLE = /\/(?:search|browse)\/index\.html$/;

export function shortenAddresses() {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    /* The bundle takes the link of a drawing for one of the page, and stumbles. */
    if (link instanceof SVGElement) event.stopPropagation();
    if (!(link instanceof HTMLAnchorElement) || link.pathname === location.pathname) return;
    const home = one("link[rel=canonical]");
    if (!home || new URL(home.href).origin !== location.origin || link.origin !== location.origin) return;
    if (!WHOLE.test(link.pathname)) link.href = shortened(link.href);
  }, true);
}

/** The address of a folder's page, whatever is asked of it or pointed at in it.
 * @param {string} address */
export function shortened(address) {
  return address.replace(/\/index\.html(?=[?#]|$)/, "/");
}
