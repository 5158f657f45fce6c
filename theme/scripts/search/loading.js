/* The index as it lies beside the site: classic scripts that call Banmian.receive(name, build, …).
   generator/site/search_index/shards.py writes what is read here. */
import { insertScript } from "../shell/inserting.js";
import { root } from "../shell/root.js";
import { keyOf, keysOf } from "./bits.js";

const FORMAT = 2;
const LONGEST_WAIT = 30000;
/* A script that does not come is asked for once more, after so many milliseconds. */
const AGAIN = 700;
/* How long a browser may keep the directory, in milliseconds; all else is kept as long as the build. */
const FRESH = 600000;
const arrived = new Map();
const loading = new Map();
const directory = new Map();

export function receive(name, build, ...values) {
  arrived.set(name, { build, values });
}

class SearchError extends Error {
  constructor(name) {
    super(`检索文件 search/${name}.js 读不出来`);
  }
}

/* Makes a value once; one whose making failed is made anew when it is asked for again. */
export function once(known, key, make) {
  if (!known.has(key)) {
    const promise = make();
    promise.catch(() => known.delete(key));
    known.set(key, promise);
  }
  return known.get(key);
}

/* Loads search/NAME.js; resolves with what the script handed over. */
function load(name, version) {
  return once(loading, name, async () => {
    const gift = await attempt(name, version);
    if (gift) return gift;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    const second = await attempt(name, version);
    if (!second) throw new SearchError(name);
    return second;
  });
}

async function attempt(name, version) {
  await insertScript(`${root}search/${name}.js${version ? `?v=${version}` : ""}`, LONGEST_WAIT);
  const gift = arrived.get(name);
  arrived.delete(name);
  return gift;
}

/* A script of this very build; another build's numbers would point at other items. */
export async function part(name) {
  const facts = await base();
  const gift = await load(name, facts.build);
  if (gift.build !== facts.build) throw new SearchError(name);
  return gift.values;
}

/* What the archive consists of, and in which script to look for what. */
export function base() {
  return once(directory, "base", async () => {
    const version = location.protocol === "file:" ? "" : String(Math.floor(Date.now() / FRESH));
    const gift = await load("base", version);
    if (gift.values[0].format !== FORMAT) throw new SearchError("base");
    return prepared(gift.values[0], gift.build);
  });
}

function prepared(facts, build) {
  const alphabet = Array.from(facts.alphabet), variants = Array.from(facts.variants), simpler = new Map();
  for (let i = 0; i < variants.length; i += 2) simpler.set(variants[i], variants[i + 1]);
  return {
    ...facts,
    build,
    singles: alphabet.map((character) => keyOf(character)),
    alphabet: alphabet.map((character) => character.codePointAt(0)),
    singleKeys: keysOf(facts.singleKeys),
    itemKeys: keysOf(facts.itemKeys),
    placeKeys: keysOf(facts.placeKeys),
    variants: simpler,
  };
}
