/* Before anything is drawn: the reader's own size, spacing and scheme, as kept by this browser. */
(function () {
  "use strict";
  var html = document.documentElement;
  html.classList.add("js");
  ["size", "space", "scheme"].forEach(function (name) {
    try {
      var kept = localStorage.getItem("banmian." + name);
      if (kept && /^[a-z]+$/.test(kept)) html.setAttribute("data-" + name, kept);
    } catch (error) { /* No storage here; the defaults stand. */ }
  });
})();
