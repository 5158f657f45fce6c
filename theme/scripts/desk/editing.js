/* What corrections of lines do to the items of a page: the same as generator/reading/assembling/corrections.py does.
   A draft is { heads, signs, body, subheads, from }: lines of headings, of names, of each paragraph. */
const HEADS = ["headline", "kicker", "deck"];
const SIGNS = ["byline", "signature", "credit"];

export function blocksOf(draft) {
  return [].concat(draft.heads, draft.signs, ...draft.body);
}

function without(draft, lines) {
  const left = (list) => list.filter((line) => !lines.has(line));
  return Object.assign({}, draft, {
    heads: left(draft.heads),
    signs: left(draft.signs),
    body: draft.body.map(left).filter((piece) => piece.length),
    subheads: left(draft.subheads),
  });
}

const fresh = (line) => ({ heads: [], signs: [], body: [[line]], subheads: [], from: null });
const ascending = (lines) => lines.slice().sort((a, b) => a - b);

export class Editing {
  /* `roleOf(line)` says what a line is, `stated(line)` whether a person says so. */
  constructor(drafts, roleOf, stated) {
    this.drafts = drafts.slice();
    this.roleOf = roleOf;
    this.stated = stated;
    this.homes = new Map();
    drafts.forEach((draft, place) => blocksOf(draft).forEach((line) => this.homes.set(line, place)));
  }

  put(place, draft) {
    if (place < this.drafts.length) {
      for (const line of blocksOf(this.drafts[place])) {
        if (this.homes.get(line) === place) this.homes.delete(line);
      }
    }
    this.drafts[place] = draft;
    blocksOf(draft).forEach((line) => this.homes.set(line, place));
  }

  correct(line, change) {
    if (change.item === "new") this.splitOff(line);
    else if (change.item === "none") this.takeOut(line);
    else if (change.item !== undefined) this.move(line, change.item, change.after);
    else if (change.after !== undefined) this.move(line, change.after, change.after);
    if (change.joins === "none") this.cut(line);
    else if (change.joins !== undefined) this.join(line, change.joins);
  }

  takeOut(line) {
    const place = this.homes.get(line);
    if (place !== undefined) this.put(place, without(this.drafts[place], new Set([line])));
  }

  /* A draft of its own for a line and all that is read behind it. */
  splitOff(line) {
    const place = this.homes.get(line);
    if (place === undefined) {
      this.put(this.drafts.length, fresh(line));
      return;
    }
    const draft = this.drafts[place], order = [].concat(...draft.body), at = order.indexOf(line);
    const behind = at < 0 ? order.filter((other) => other > line) : order.slice(at);
    const taken = new Set(
      behind.concat(draft.heads, draft.signs).filter((other, index) => {
        return index < behind.length || other >= line;
      }),
    );
    const rest = new Set(blocksOf(draft).filter((other) => !taken.has(other)));
    this.put(place, without(draft, taken));
    this.put(this.drafts.length, Object.assign(without(draft, rest), { from: null }));
  }

  move(line, target, after) {
    /* Which items stand in a column, the reader knows. */
    if (this.roleOf(line) === "column" || this.roleOf(target) === "column" || target === line) return;
    if (!this.homes.has(target)) this.put(this.drafts.length, fresh(target));
    const part = this.partOf(line);
    this.takeOut(line);
    const place = this.homes.get(target);
    this.put(place, this.having(this.drafts[place], line, after, part));
  }

  /* Which part of its draft a line is, or would be: as a person says, else as it was read. */
  partOf(line) {
    const home = this.homes.get(line), draft = this.drafts[home];
    if (home === undefined || this.stated(line)) return this.roleOf(line);
    if (draft.subheads.includes(line)) return "subhead";
    if (draft.heads.includes(line)) return "headline";
    return draft.signs.includes(line) ? "byline" : "paragraph";
  }

  having(draft, line, after, part) {
    if (HEADS.includes(part)) {
      return Object.assign({}, draft, { heads: ascending(draft.heads.concat(line)) });
    }
    if (SIGNS.includes(part)) return Object.assign({}, draft, { signs: ascending(draft.signs.concat(line)) });
    const found = draft.body.findIndex((piece) => piece.includes(after));
    const at = found < 0 ? draft.body.filter((piece) => piece[0] < line).length : found + 1;
    const body = draft.body.slice(0, at).concat([[line]], draft.body.slice(at));
    return Object.assign({}, draft, {
      body,
      subheads: part === "subhead" ? draft.subheads.concat(line) : draft.subheads,
    });
  }

  join(line, above) {
    const place = this.homes.get(above);
    if (place === undefined || line === above) return;
    this.cut(line);
    const start = this.homes.get(line);
    const found = start === undefined ? null : this.drafts[start].body.find((piece) => piece[0] === line);
    const tail = found || [line];
    if (tail.includes(above)) return;
    tail.forEach((other) => this.takeOut(other));
    const draft = this.drafts[place];
    let body = draft.body.map((piece) => piece.includes(above) ? piece.concat(tail) : piece);
    if (!body.some((piece) => piece.includes(above))) body = body.concat([tail]);
    this.put(place, Object.assign({}, draft, { body }));
  }

  cut(line) {
    const place = this.homes.get(line);
    if (place === undefined) return;
    const body = [];
    for (const piece of this.drafts[place].body) {
      const at = Math.max(0, piece.indexOf(line));
      body.push(...(at ? [piece.slice(0, at), piece.slice(at)] : [piece]));
    }
    this.put(place, Object.assign({}, this.drafts[place], { body }));
  }

  /* A line that is said to be of another part stands there in its own item. */
  play(line) {
    const place = this.homes.get(line);
    if (place === undefined || this.roleOf(line) === "column") return;
    const draft = without(this.drafts[place], new Set([line]));
    this.put(place, this.having(draft, line, undefined, this.roleOf(line)));
  }
}
