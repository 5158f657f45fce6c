/* Which tiles of a picture are seen. */

/** The sizes that a page names, `600x800 1200x1600`, from small to large.
 * @returns {{width: number, height: number, tile: number}[]} */
export function sizesOf(told, tile) {
  return told.trim().split(/\s+/).filter(Boolean).map((size) => {
    const sides = size.split("x").map(Number);
    return { width: sides[0], height: sides[1], tile };
  });
}

/** The tiles that a view, in shares of the whole, touches: name and place, in shares of the whole. */
export function tilesWithin(size, view) {
  const { width, height, tile } = size;
  const found = [];
  const first = (share, side) => Math.max(0, Math.floor((share * side) / tile));
  const last = (share, side) => Math.min(Math.ceil(side / tile), Math.ceil((share * side) / tile));
  for (let down = first(view.top, height); down < last(view.bottom, height); down++) {
    for (let across = first(view.left, width); across < last(view.right, width); across++) {
      found.push({
        name: `${across}-${down}.jpg`,
        left: (across * tile) / width,
        top: (down * tile) / height,
        width: Math.min(tile, width - across * tile) / width,
        height: Math.min(tile, height - down * tile) / height,
      });
    }
  }
  return found;
}
