/* Addresses on a server: without `index.html`, as its sitemap and citations have them. Material's instant
   loading knows pages by these. In a folder the file's name stays: no server is there to find it. */

/* Pages that are made by scripts are opened whole, never put in. */
const WHOLE = /\/(?:search|browse)\/index\.html$/;

export function shortenAddresses() {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    /* The bundle takes the link of a drawing for one of the page, and stumbles. */
    if (link instanceof SVGElement) event.stopPropagation();
    if (location.protocol === "file:" || !(link instanceof HTMLAnchorElement)) return;
    if (link.origin !== location.origin || link.pathname === location.pathname) return;
    if (!WHOLE.test(link.pathname)) link.href = shortened(link.href);
  }, true);
}

/** The address of a folder's page, whatever is asked of it or pointed at in it.
 * @param {string} address */
export function shortened(address) {
  return address.replace(/\/index\.html(?=[?#]|$)/, "/");
}
