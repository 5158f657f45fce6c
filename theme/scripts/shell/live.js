/* One short sentence at the edge of the window: Material's dialog, which is read out, too. */

export function say(words) {
  window.alert$.next(words);
}
