/**
 * Whether two words differ only by a slip: one letter changed, left out, added or swapped with its neighbour; two in words
 * of eight letters and more. Shorter than four letters nothing is similar: every other word would be.
 */
export function isSimilar(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (length < 4 || one === other) return false;
  return distance(one, other) <= (length < 8 ? 1 : 2);
}

/** Damerau-Levenshtein distance with swaps of neighbours (optimal string alignment). */
function distance(one: string, other: string): number {
  let [twoBack, back]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(at(back, j) + 1, at(row, j - 1) + 1, at(back, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, at(twoBack, j - 2) + 1);
      }
      row.push(least);
    }
    [twoBack, back] = [back, row];
  }
  return at(back, other.length);
}

function at(row: readonly number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY;
}
