/* How keys and lists are written in the index: keys as numbers, bytes as base 85, lists as Rice codes.
   generator/searching/postings.py writes what is read here. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var FLAG_BITS = 2;

  /* ---- keys: a character and the one behind it as one number ---- */

  function keyOf(first, second) {
    return first.codePointAt(0) * 2097152 + (second && second !== " " ? second.codePointAt(0) : 0);
  }

  function keysOf(text) {
    var characters = Array.from(text), keys = [];
    for (var i = 0; i < characters.length; i += 2) keys.push(keyOf(characters[i], characters[i + 1]));
    return keys;
  }

  function keysOfGroups(groups) {
    var keys = [];
    groups.forEach(function (group) {
      var characters = Array.from(group);
      for (var i = 1; i < characters.length; i++) keys.push(keyOf(characters[0], characters[i]));
    });
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

  function Bits(bytes, begin) {
    this.bytes = bytes;
    this.bit = begin * 8;
  }
  /* A number in groups of seven bits; only at whole bytes. */
  Bits.prototype.varint = function () {
    var number = 0, scale = 1, byte;
    do {
      byte = this.bytes[this.bit >> 3];
      this.bit += 8;
      number += (byte & 127) * scale;
      scale *= 128;
    } while (byte & 128);
    return number;
  };
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

  function gapWidth(total, count) {
    return 31 - Math.clz32(Math.max(1, Math.floor(2 * total / (3 * count))));
  }

  /* ---- lists ---- */

  /* Opens a script of lists: for each entry its head's numbers and where its bytes begin. */
  function opened(count, text, numbers) {
    var bits = new Bits(bytesOf(text), 0), entries = [];
    for (var i = 0; i < count; i++) {
      var entry = { count: bits.varint(), size: bits.varint() };
      if (numbers > 2) entry.width = bits.varint();
      entries.push(entry);
    }
    var begin = bits.bit >> 3;
    entries.forEach(function (entry) {
      entry.bytes = bits.bytes;
      entry.begin = begin;
      begin += entry.size;
    });
    return entries;
  }

  function itemsOf(entry, total, flagBits) {
    var items = new Int32Array(entry.count), flags = new Uint8Array(entry.count);
    if (entry.count) {
      var bits = new Bits(entry.bytes, entry.begin), item = -1, width = gapWidth(total, entry.count);
      for (var i = 0; i < entry.count; i++) {
        item += bits.rice(width) + 1;
        items[i] = item;
        flags[i] = flagBits ? bits.low(flagBits) : 0;
      }
    }
    return { items: items, flags: flags };
  }

  Banmian.codes = {
    FLAG_BITS: FLAG_BITS, Bits: Bits, keyOf: keyOf, keysOf: keysOf, keysOfGroups: keysOfGroups,
    lastUpTo: lastUpTo, opened: opened, itemsOf: itemsOf, bytesOf: bytesOf, gapWidth: gapWidth
  };
})();
