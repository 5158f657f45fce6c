/* How keys and lists are written in the index: keys as numbers, bytes as base 85, lists as Rice codes.
   generator/site/search_index/postings.py writes what is read here. */

export const FLAG_BITS = 2;
const WIDTH_BITS = 6;
const SECOND = 2097152;

/* ---- keys: a character and the one behind it as one number ---- */

export function keyOf(first, second) {
  return first.codePointAt(0) * SECOND + (second && second !== " " ? second.codePointAt(0) : 0);
}

export function keysOf(text) {
  const characters = Array.from(text), keys = [];
  for (let i = 0; i < characters.length; i += 2) keys.push(keyOf(characters[i], characters[i + 1]));
  return keys;
}

/* Index of the last of sorted `keys` that is not above `key`, or -1. */
export function lastUpTo(keys, key) {
  let low = 0, high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/* ---- bytes and bits ---- */

export function bytesOf(text) {
  const bytes = new Uint8Array(text.length / 5 * 4);
  let at = 0;
  for (let i = 0; i < text.length; i += 5) {
    let word = 0;
    for (let j = 0; j < 5; j++) {
      const code = text.charCodeAt(i + j);
      word = word * 85 + code - (code > 92 ? 41 : 40);
    }
    bytes[at++] = word >>> 24;
    bytes[at++] = word >>> 16;
    bytes[at++] = word >>> 8;
    bytes[at++] = word;
  }
  return bytes;
}

/* Reads numbers from bytes, most significant bit first. */
export class Bits {
  constructor(bytes, bit = 0) {
    this.bytes = bytes;
    this.bit = bit;
  }

  zeros() {
    let count = 0;
    while (!(this.bytes[this.bit >> 3] >> (7 - (this.bit & 7)) & 1)) {
      const step = (this.bit & 7) === 0 && this.bytes[this.bit >> 3] === 0 ? 8 : 1;
      count += step;
      this.bit += step;
    }
    this.bit++;
    return count;
  }

  low(width) {
    let number = 0;
    while (width > 0) {
      const left = 8 - (this.bit & 7), take = Math.min(left, width);
      number = number * (1 << take) + (this.bytes[this.bit >> 3] >> (left - take) & (1 << take) - 1);
      this.bit += take;
      width -= take;
    }
    return number;
  }

  rice(width) {
    const quotient = this.zeros();
    return quotient * Math.pow(2, width) + this.low(width);
  }

  gamma() {
    const width = this.zeros();
    return Math.pow(2, width) + this.low(width);
  }

  skip(count, width) {
    for (; count > 0; count--) {
      this.zeros();
      this.bit += width;
    }
  }
}

export function gapWidth(total, count) {
  return 31 - Math.clz32(Math.max(1, Math.floor(2 * total / (3 * count))));
}

/* ---- lists ---- */

/* Reads a script's keys: each first character, and the second ones behind it, by their numbers in
   the archive's alphabet (code points). Moves on to the next whole byte. */
export function readKeys(bits, alphabet) {
  const keys = [];
  let first = 0;
  for (let firsts = bits.gamma(); firsts > 0; firsts--) {
    first += bits.gamma() - 1;
    let count = bits.gamma(), second = 0;
    const width = gapWidth(alphabet.length, count);
    for (; count > 0; count--) {
      second += bits.rice(width);
      keys.push(alphabet[first] * SECOND + alphabet[second]);
    }
  }
  bits.bit = bits.bit + 7 & ~7;
  return keys;
}

/* Opens item lists: for each how many items and at which bit they begin. `less` is what the count
   was raised by, so that a list may be empty. */
export function itemEntries(bits, count, total, flagBits, less) {
  const entries = [];
  for (let i = 0; i < count; i++) {
    const items = bits.gamma() - less;
    entries.push({ bytes: bits.bytes, bit: bits.bit, count: items });
    if (items) bits.skip(items, gapWidth(total, items) + flagBits);
  }
  return entries;
}

export function itemsOf(entry, total, flagBits) {
  const items = new Int32Array(entry.count), flags = new Uint8Array(entry.count);
  if (entry.count) {
    const bits = new Bits(entry.bytes, entry.bit), width = gapWidth(total, entry.count);
    let item = -1;
    for (let i = 0; i < entry.count; i++) {
      item += bits.rice(width) + 1;
      items[i] = item;
      flags[i] = bits.low(flagBits);
    }
  }
  return { items, flags };
}

/* Opens place lists; each item's places are skipped. */
export function placeEntries(bits, count) {
  const entries = [];
  for (let i = 0; i < count; i++) {
    const items = bits.gamma(), width = bits.low(WIDTH_BITS);
    entries.push({ bytes: bits.bytes, bit: bits.bit, count: items, width });
    for (let left = items; left > 0; left--) bits.skip(bits.gamma(), width);
  }
  return entries;
}
