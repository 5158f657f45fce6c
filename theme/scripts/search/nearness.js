/* How near the words of a query stand to each other. */
import { fold } from "./fold.js";

/* At most so many places are looked at: a passage may hold one character thousands of times. */
const MOST_PLACES = 5000;

/* How near the phrases stand to each other in one passage: 0 (apart) to 1 (side by side, in order). */
export function nearness(passages, phrases, variants) {
  const length = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
  return passages.map((passage) => fold(passage, variants))
    .filter((text) => phrases.every((phrase) => text.includes(phrase)))
    .reduce((best, text) => {
      if (text.includes(phrases.join(""))) return 1;
      return Math.max(best, 0.8 / (1 + Math.max(0, shortest(text, phrases) - length) / 20));
    }, 0);
}

/* Length of the shortest stretch that holds every phrase. */
export function shortest(text, phrases) {
  const places = [], last = new Map();
  phrases.forEach((phrase, index) => {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (places.length >= MOST_PLACES) break;
      places.push([at, at + phrase.length, index]);
    }
  });
  places.sort((one, other) => one[0] - other[0]);
  return places.reduce((best, place) => {
    last.set(place[2], place);
    if (last.size < phrases.length) return best;
    const stretch = Array.from(last.values());
    const begin = Math.min(...stretch.map(([from]) => from)), end = Math.max(...stretch.map(([, to]) => to));
    return Math.min(best, end - begin);
  }, Infinity);
}
