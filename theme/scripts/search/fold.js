/* Which characters search takes for the same. generator/site/search_index/folding.py does exactly this;
   a test compares the two over all of Unicode. */

const KEPT_SIGNS = "+%‰.#@&/°";
const DROPPED = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u;
const PUNCTUATION = /\p{P}/u;
const VARIATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
const PLAIN = /^[\u4E00-\u9FFFa-z0-9]$/;
const ZERO_SHAPES = "○◯";

/* What one character (a code point as a string) is searched as; "" for punctuation. */
export function foldCharacter(character) {
  if (PLAIN.test(character)) return character;
  if (ZERO_SHAPES.includes(character)) return "〇";
  if (VARIATION.test(character)) return "";
  const normal = Array.from(character.normalize("NFKC").toLowerCase());
  if (normal.length > 1 && PUNCTUATION.test(character)) return "";
  return normal.filter((part) => KEPT_SIGNS.includes(part) || !DROPPED.test(part)).join("");
}

/* The folded text as an array of characters, each with the place in `text` it comes from. */
export function foldWithPlaces(text, variants) {
  const characters = [], from = [], to = [];
  let place = 0;
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      characters.push((variants && variants.get(part)) || part);
      from.push(place);
      to.push(place + character.length);
    }
    place += character.length;
  }
  return { characters, text: characters.join(""), from, to };
}

export function fold(text, variants) {
  let folded = "";
  for (const character of text) {
    for (const part of foldCharacter(character)) folded += (variants && variants.get(part)) || part;
  }
  return folded;
}

/* Where any of `phrases` (folded) stands in `text`: sorted stretches [begin, end) that do not touch. */
export function stretches(text, phrases, variants) {
  const folded = foldWithPlaces(text, variants), found = [];
  /* Offsets in folded.text count UTF-16 units, those in folded.from characters. */
  const units = [];
  folded.characters.forEach((character, index) => {
    for (let unit = 0; unit < character.length; unit++) units.push(index);
  });
  for (const phrase of phrases.filter(Boolean)) {
    for (let at = folded.text.indexOf(phrase); at >= 0; at = folded.text.indexOf(phrase, at + 1)) {
      found.push([folded.from[units[at]], folded.to[units[at + phrase.length - 1]]]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.reduce((joined, stretch) => {
    const last = joined[joined.length - 1];
    if (last && stretch[0] < last[1]) last[1] = Math.max(last[1], stretch[1]);
    else joined.push(stretch);
    return joined;
  }, []);
}
