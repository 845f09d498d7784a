/**
 * The page whose upper edge is the last one at or above `line`, by halving: a file may have a thousand pages, and this is asked
 * with every scrolled pixel. From 1; pages that lie beside each other count from the left.
 */
export function pageAt(pages: number, topOf: (index: number) => number, line: number): number {
  let [low, high] = [0, pages - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (topOf(middle) <= line) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && topOf(low - 1) === topOf(low)) low -= 1;
  return low + 1;
}
