/* Entry of every page, before Material's bundle: instant loading is struck from its features where it cannot work.
   In a folder nothing can be fetched, and the bundle takes the document for ended and does nothing at all; a site
   without an address of its own, whose pages name none, has no sitemap, by which the bundle knows its pages. */
if (location.protocol === "file:" || !document.querySelector("link[rel=canonical]")) {
  const config = document.getElementById("__config");
  const told = JSON.parse(config.textContent);
  told.features = told.features.filter((feature) => !feature.startsWith("navigation.instant"));
  config.textContent = JSON.stringify(told);
}
