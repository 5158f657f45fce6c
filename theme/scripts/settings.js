/* Entry of every page, before anything is drawn: the reader's own size, spacing and scheme, as kept by
   this browser. */
const html = document.documentElement;

html.classList.add("js");
for (const name of ["size", "space", "scheme"]) {
  try {
    const kept = localStorage.getItem(`banmian.${name}`);
    if (kept && /^[a-z]+$/.test(kept)) html.setAttribute(`data-${name}`, kept);
  } catch (_error) {
    /* No storage here; the defaults stand. */
  }
}
