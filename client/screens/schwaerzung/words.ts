import type { Mark, MarkBox, WordView } from '../../../server/contract/schwaerzung-views.js';

/** Some words beside each other on one page. */
export interface Hit {
  readonly page: number;
  /** First and last word, by their place in the page. */
  readonly from: number;
  readonly to: number;
}

/** Pages as the server read them: the words here are the words that will be gone. */
export type Pages = readonly { readonly words: readonly WordView[] }[];

/** Below a pixel of the new page nothing is covered; the server says the same. */
const PIXEL = 0.3;

export function covers(box: MarkBox, word: MarkBox): boolean {
  return (
    Math.min(box[2], word[2]) - Math.max(box[0], word[0]) > PIXEL &&
    Math.min(box[3], word[3]) - Math.max(box[1], word[1]) > PIXEL
  );
}

/** The mark that covers a word, if there is one. */
export function markOver(marks: readonly Mark[], page: number, word: WordView): Mark | undefined {
  return marks.find((mark) => mark.page === page && mark.boxes.some((box) => covers(box, word.box)));
}

/** What stands below a mark: its name in the list. */
export function wordsUnder(pages: Pages, mark: Mark): string {
  const words = pages[mark.page - 1]?.words ?? [];
  return words
    .filter((word) => mark.boxes.some((box) => covers(box, word.box)))
    .map(({ text }) => text)
    .join(' ');
}

/** One box for each line of the words. */
export function boxesOf(pages: Pages, { page, from, to }: Hit): MarkBox[] {
  const lines = new Map<number, MarkBox>();
  for (const { line, box } of (pages[page - 1]?.words ?? []).slice(from, to + 1)) {
    const [left, bottom, right, top] = lines.get(line) ?? box;
    lines.set(line, [Math.min(left, box[0]), Math.min(bottom, box[1]), Math.max(right, box[2]), Math.max(top, box[3])]);
  }
  return [...lines.values()];
}

/** Every place of these words, one after the other; parts of words count. */
export function findWords(pages: Pages, query: string): Hit[] {
  const wanted = query.split(/\s+/).map(plain).filter(Boolean);
  if (wanted.length === 0) return [];
  return pages.flatMap(({ words }, index) =>
    words.flatMap((_word, at): Hit[] => {
      const fits = wanted.every((part, step) => plain(words[at + step]?.text ?? '').includes(part));
      return fits ? [{ page: index + 1, from: at, to: at + wanted.length - 1 }] : [];
    }),
  );
}

/** A word that was marked somewhere and still stands elsewhere. */
export interface FurtherPlaces {
  readonly word: string;
  readonly hits: readonly Hit[];
}

// „der“ is in every line, and whoever blackens a paragraph does not mean each of its words.
const [SHORTEST, MOST_WORDS] = [4, 6];

/** Where else the marked words stand: names come back in the salutation. */
export function furtherPlaces(pages: Pages, marks: readonly Mark[]): FurtherPlaces[] {
  const wanted = new Set<string>();
  for (const mark of marks) {
    const words = wordsUnder(pages, mark).split(' ').map(plain);
    if (words.length > MOST_WORDS) continue;
    for (const word of words) if (word.length >= SHORTEST) wanted.add(word);
  }
  return [...wanted].flatMap((word) => {
    const hits = findWords(pages, word).filter(({ page, from }) => {
      const found = pages[page - 1]?.words[from];
      return found !== undefined && markOver(marks, page, found) === undefined;
    });
    return hits.length > 0 ? [{ word, hits }] : [];
  });
}

/** The word nearest above or below: the next line of the page, at the same height of the line. */
export function wordInLine(words: readonly WordView[], at: number, step: 1 | -1): number {
  const here = words[at];
  if (!here) return 0;
  const middle = (here.box[0] + here.box[2]) / 2;
  const lines = [...new Set(words.map(({ line }) => line))];
  const next = lines[lines.indexOf(here.line) + step];
  const away = (index: number) => {
    const box = words[index]?.box ?? [0, 0, 0, 0];
    return Math.abs((box[0] + box[2]) / 2 - middle);
  };
  const there = words.flatMap(({ line }, index) => (line === next ? [index] : []));
  return there.sort((one, other) => away(one) - away(other))[0] ?? at;
}

/** Letters and digits in lower case: „Musterfrau,“ is Musterfrau. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
