/* How keys and lists are written in the index: keys as numbers, bytes as base 85, lists as Rice codes.
   generator/site/search_index/postings.py writes what is read here. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var FLAG_BITS = 2;
  var WIDTH_BITS = 6;
  var SECOND = 2097152;

  /* ---- keys: a character and the one behind it as one number ---- */

  function keyOf(first, second) {
    return first.codePointAt(0) * SECOND + (second && second !== " " ? second.codePointAt(0) : 0);
  }

  function keysOf(text) {
    var characters = Array.from(text), keys = [];
    for (var i = 0; i < characters.length; i += 2) keys.push(keyOf(characters[i], characters[i + 1]));
    return keys;
  }

  /* Index of the last of sorted `keys` that is not above `key`, or -1. */
  function lastUpTo(keys, key) {
    var low = 0, high = keys.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (keys[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  /* ---- bytes and bits ---- */

  function bytesOf(text) {
    var bytes = new Uint8Array(text.length / 5 * 4), at = 0;
    for (var i = 0; i < text.length; i += 5) {
      var word = 0;
      for (var j = 0; j < 5; j++) {
        var code = text.charCodeAt(i + j);
        word = word * 85 + code - (code > 92 ? 41 : 40);
      }
      bytes[at++] = word >>> 24;
      bytes[at++] = word >>> 16;
      bytes[at++] = word >>> 8;
      bytes[at++] = word;
    }
    return bytes;
  }

  function Bits(bytes, bit) {
    this.bytes = bytes;
    this.bit = bit || 0;
  }
  Bits.prototype.zeros = function () {
    var count = 0;
    while (!(this.bytes[this.bit >> 3] >> (7 - (this.bit & 7)) & 1)) {
      if ((this.bit & 7) === 0 && this.bytes[this.bit >> 3] === 0) { count += 8; this.bit += 8; }
      else { count++; this.bit++; }
    }
    this.bit++;
    return count;
  };
  Bits.prototype.low = function (width) {
    var number = 0;
    while (width > 0) {
      var left = 8 - (this.bit & 7), take = Math.min(left, width);
      number = number * (1 << take) + (this.bytes[this.bit >> 3] >> (left - take) & (1 << take) - 1);
      this.bit += take;
      width -= take;
    }
    return number;
  };
  Bits.prototype.rice = function (width) {
    var quotient = this.zeros();
    return quotient * Math.pow(2, width) + this.low(width);
  };

  Bits.prototype.gamma = function () {
    var width = this.zeros();
    return Math.pow(2, width) + this.low(width);
  };
  Bits.prototype.skip = function (count, width) {
    for (; count > 0; count--) { this.zeros(); this.bit += width; }
  };

  function gapWidth(total, count) {
    return 31 - Math.clz32(Math.max(1, Math.floor(2 * total / (3 * count))));
  }

  /* ---- lists ---- */

  /* Reads a script's keys: each first character, and the second ones behind it, by their numbers in
     the archive's alphabet (code points). Moves on to the next whole byte. */
  function readKeys(bits, alphabet) {
    var keys = [], first = 0;
    for (var firsts = bits.gamma(); firsts > 0; firsts--) {
      first += bits.gamma() - 1;
      var count = bits.gamma(), width = gapWidth(alphabet.length, count), second = 0;
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
  function itemEntries(bits, count, total, flagBits, less) {
    var entries = [];
    for (var i = 0; i < count; i++) {
      var items = bits.gamma() - less;
      entries.push({ bytes: bits.bytes, bit: bits.bit, count: items });
      if (items) bits.skip(items, gapWidth(total, items) + flagBits);
    }
    return entries;
  }

  function itemsOf(entry, total, flagBits) {
    var items = new Int32Array(entry.count), flags = new Uint8Array(entry.count);
    if (entry.count) {
      var bits = new Bits(entry.bytes, entry.bit), item = -1, width = gapWidth(total, entry.count);
      for (var i = 0; i < entry.count; i++) {
        item += bits.rice(width) + 1;
        items[i] = item;
        flags[i] = bits.low(flagBits);
      }
    }
    return { items: items, flags: flags };
  }

  /* Opens place lists; each item's places are skipped. */
  function placeEntries(bits, count) {
    var entries = [];
    for (var i = 0; i < count; i++) {
      var items = bits.gamma(), width = bits.low(WIDTH_BITS);
      entries.push({ bytes: bits.bytes, bit: bits.bit, count: items, width: width });
      for (; items > 0; items--) bits.skip(bits.gamma(), width);
    }
    return entries;
  }

  Banmian.codes = {
    FLAG_BITS: FLAG_BITS, Bits: Bits, keyOf: keyOf, keysOf: keysOf, readKeys: readKeys, bytesOf: bytesOf,
    lastUpTo: lastUpTo, itemEntries: itemEntries, itemsOf: itemsOf, placeEntries: placeEntries
  };
})();
