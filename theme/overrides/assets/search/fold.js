/* Which characters search takes for the same. generator/site/search_index/folding.py does exactly this;
   a test compares the two over all of Unicode. */
(function () {
  "use strict";
  var Banmian = (window.Banmian = window.Banmian || {});

  var KEPT_SIGNS = "+%‰.#@&/°";
  var DROPPED = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u;
  var PUNCTUATION = /\p{P}/u;
  var VARIATION = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;
  var PLAIN = /^[\u4E00-\u9FFFa-z0-9]$/;
  var ZERO_SHAPES = "○◯";

  /* What one character (a code point as a string) is searched as; "" for punctuation. */
  function foldCharacter(character) {
    if (PLAIN.test(character)) return character;
    if (ZERO_SHAPES.indexOf(character) >= 0) return "〇";
    if (VARIATION.test(character)) return "";
    var normal = character.normalize("NFKC").toLowerCase();
    if (Array.from(normal).length > 1 && PUNCTUATION.test(character)) return "";
    var folded = "";
    for (var part of normal) {
      if (KEPT_SIGNS.indexOf(part) >= 0 || !DROPPED.test(part)) folded += part;
    }
    return folded;
  }

  /* The folded text as an array of code points, each with the place in `text` it comes from. */
  function foldWithPlaces(text, variants) {
    var codes = [], from = [], to = [], place = 0;
    for (var character of text) {
      for (var part of foldCharacter(character)) {
        codes.push((variants && variants.get(part)) || part);
        from.push(place);
        to.push(place + character.length);
      }
      place += character.length;
    }
    return { characters: codes, text: codes.join(""), from: from, to: to };
  }

  function fold(text, variants) {
    var folded = "";
    for (var character of text) {
      for (var part of foldCharacter(character)) folded += (variants && variants.get(part)) || part;
    }
    return folded;
  }

  /* Where any of `phrases` (folded) stands in `text`: sorted stretches [begin, end) that do not touch. */
  function stretches(text, phrases, variants) {
    var folded = foldWithPlaces(text, variants), found = [];
    /* Offsets in folded.text count UTF-16 units, those in folded.from characters. */
    var units = [];
    folded.characters.forEach(function (character, index) {
      for (var unit = 0; unit < character.length; unit++) units.push(index);
    });
    phrases.forEach(function (phrase) {
      if (!phrase) return;
      var at = folded.text.indexOf(phrase);
      for (; at >= 0; at = folded.text.indexOf(phrase, at + 1)) {
        found.push([folded.from[units[at]], folded.to[units[at + phrase.length - 1]]]);
      }
    });
    found.sort(function (one, other) { return one[0] - other[0] || other[1] - one[1]; });
    return found.reduce(function (joined, stretch) {
      var last = joined[joined.length - 1];
      if (last && stretch[0] < last[1]) last[1] = Math.max(last[1], stretch[1]);
      else joined.push(stretch);
      return joined;
    }, []);
  }

  Banmian.foldCharacter = foldCharacter;
  Banmian.foldWithPlaces = foldWithPlaces;
  Banmian.fold = fold;
  Banmian.stretches = stretches;
})();
