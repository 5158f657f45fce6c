/* Entry of every page, before anything is drawn: the reader's own size and spacing, as kept by this browser;
   and the store that Material's bundle asks for by these names, which it keeps for the whole site. */
import { root } from "./shell/root.js";

const html = document.documentElement;
html.classList.replace("no-js", "js");

const scope = new URL(root);
const hash = (words) => [...words].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);

/* Material takes these without a look: what is none of theirs must not break the page. */
const fit = {
  __palette: (value) => value.index in [0, 1, 2] && value.color,
  __tabs: (value) => value.every((name) => name.trim),
};

function kept(name, store, place = scope) {
  try {
    const value = JSON.parse((store || localStorage).getItem(`${place.pathname}.${name}`));
    return !fit[name] || fit[name](value) ? value : null;
  } catch (_error) {
    return null;
  }
}

function keep(name, value, store, place = scope) {
  try {
    (store || localStorage).setItem(`${place.pathname}.${name}`, JSON.stringify(value));
  } catch (_error) {
    /* No storage here: it holds for this page only. */
  }
}

Object.assign(window, { __md_scope: scope, __md_hash: hash, __md_get: kept, __md_set: keep });

for (const name of ["size", "space"]) {
  const value = kept(`banmian.${name}`);
  if (/^[sml]$/.test(value)) html.setAttribute(`data-${name}`, value);
}
