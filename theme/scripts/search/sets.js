/* Sets of items: sorted Int32Arrays of their numbers. */

export function intersected(one, other) {
  const found = new Int32Array(Math.min(one.length, other.length));
  let size = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      found[size++] = one[i];
      i++;
      j++;
    } else if (one[i] < other[j]) i++;
    else j++;
  }
  return found.subarray(0, size);
}

export function united(sets) {
  if (sets.length === 1) return sets[0];
  const every = new Set();
  sets.forEach((set) => set.forEach((item) => every.add(item)));
  return Int32Array.from(every).sort();
}

export function without(one, other) {
  const gone = new Set(other);
  return one.filter((item) => !gone.has(item));
}

export function everything(total) {
  return Int32Array.from({ length: total }, (_, item) => item);
}

/* The same of two lists with flags, a flag being kept where both have it; `one` may be missing. */
export function intersectedFlags(one, other) {
  if (!one) return other;
  const items = new Int32Array(Math.min(one.items.length, other.items.length));
  const flags = new Uint8Array(items.length);
  let size = 0;
  for (let i = 0, j = 0; i < one.items.length && j < other.items.length;) {
    if (one.items[i] === other.items[j]) {
      items[size] = one.items[i];
      flags[size++] = one.flags[i++] & other.flags[j++];
    } else if (one.items[i] < other.items[j]) i++;
    else j++;
  }
  return { items: items.subarray(0, size), flags: flags.subarray(0, size) };
}
