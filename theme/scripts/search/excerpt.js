/* What a result shows of its text. */
import { fold, stretches } from "./fold.js";

const BEFORE = 18;
const SHOWN = 60;

/* The passage that shows most of the phrases, cut to a line: {label, text, stretches}. */
export function excerpt(text, phrases, variants) {
  let best = { have: 0, label: "", text: text.body[0] || "" };
  for (const [label, passage] of passagesOf(text)) {
    const folded = fold(passage, variants);
    const have = phrases.filter((phrase) => folded.includes(phrase)).length;
    if (have > best.have) best = { have, label, text: passage };
  }
  return cut(best, phrases, variants);
}

/* The passages in the order in which they are preferred, each with its label. */
function passagesOf(text) {
  return [
    ...text.body.map((passage) => ["", passage]),
    ...text.corrections.map((passage) => ["校正", passage]),
    ...[].concat(...text.labels.map(([label, values]) => values.map((value) => [label, value]))),
    ...text.heading.slice(1).map((heading) => ["", heading]),
  ];
}

export function cut(passage, phrases, variants) {
  const found = stretches(passage.text, phrases, variants);
  let begin = found.length ? Math.max(0, found[0][0] - BEFORE) : 0;
  let end = Math.max(begin + SHOWN, found.length ? Math.min(found[0][1], begin + 2 * SHOWN) : 0);
  if (/[\uDC00-\uDFFF]/.test(passage.text[begin] || "")) begin--;
  if (/[\uDC00-\uDFFF]/.test(passage.text[end] || "")) end++;
  const shift = begin > 0 ? 1 - begin : 0;
  return {
    label: passage.label,
    text: (begin > 0 ? "…" : "") + passage.text.slice(begin, end) + (end < passage.text.length ? "…" : ""),
    stretches: found.filter((stretch) => stretch[0] < end)
      .map((stretch) => [stretch[0] + shift, Math.min(stretch[1], end) + shift]),
  };
}
