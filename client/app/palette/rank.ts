export interface PaletteEntry {
  /** Stable over sessions: the palette learns by it. */
  readonly id: string;
  readonly label: string;
  /** Muted text before the label: Aktenzeichen. */
  readonly prefix?: string;
  readonly section: string;
  readonly keys?: string;
}

const SHOWN = 40;

/**
 * The entries that fit the words typed, best first: beginnings before middles, often used before rare ones. All words
 * must occur, in any order, without regard to case and diacritics (names are searched as people type them).
 */
export function rank<Entry extends PaletteEntry>(
  entries: readonly Entry[],
  typed: string,
  uses: Readonly<Record<string, number>>,
): Entry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return entries
    .map((entry) => ({ entry, score: score(plain(`${entry.prefix ?? ''} ${entry.label}`), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (uses[b.entry.id] ?? 0) - (uses[a.entry.id] ?? 0))
    .slice(0, SHOWN)
    .map(({ entry }) => entry);
}

function score(text: string, words: readonly string[]): number {
  let sum = 1;
  for (const word of words) {
    if (!text.includes(word)) return 0;
    sum += text.trimStart().startsWith(word) ? 3 : text.includes(` ${word}`) ? 2 : 1;
  }
  return sum;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('de');
}
