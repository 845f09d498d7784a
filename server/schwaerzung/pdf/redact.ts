import { writeFile } from 'node:fs/promises';
import { touches, type Box } from './box.js';
import { checkRedacted } from './check-redacted.js';
import { drawPage, sizeOf } from './draw-page.js';
import { glyphsOf } from './glyphs.js';
import type { PDFDocumentProxy, PDFPageProxy } from './library.js';
import { withPages, type FileToRedact, type NotRedactable } from './source.js';
import { wordsOf, type Word } from './words.js';
import { writePages, type NewPage } from './write-pages.js';

/** What is to be black: a box on a page, with what is written on it. */
export interface Area {
  readonly page: number;
  readonly box: Box;
  readonly label: string;
}

export interface RedactInput extends FileToRedact {
  readonly areas: readonly Area[];
  /** Where the new file is to be written; the server reads it from there. */
  readonly target: string;
}

export type Redacted =
  | { readonly kind: 'made'; readonly pages: number; readonly removedWords: readonly string[] }
  /** `leak`: the own check found something that should be gone; `outside`: an area lies on no page. */
  | { readonly kind: 'refused'; readonly why: NotRedactable | 'leak' | 'outside' };

/**
 * Makes the redacted file: every page is drawn, blackened and written anew with the words that no box touches. The result is
 * read again before anybody gets it. Runs in a worker process.
 */
export async function redact({ areas, target, ...file }: RedactInput): Promise<Redacted> {
  const made = await withPages(file, async (document) => {
    if (areas.some(({ page }) => page > document.numPages)) return 'outside' as const;
    const pages: NewPage[] = [];
    const words: { kept: Word[]; removed: Word[] } = { kept: [], removed: [] };
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      if (!sizeOf(page)) return 'tooLarge' as const;
      const own = areas.filter((area) => area.page === number);
      // What lies beside the paper blackens nothing, and whoever marked it believes that it does.
      if (own.some(({ box }) => !touches(box, page.view as unknown as Box))) return 'outside' as const;
      pages.push(await newPage(document, page, own, words));
      page.cleanup();
    }
    return { pages, words };
  });
  if (typeof made === 'string') return { kind: 'refused', why: made };
  const bytes = writePages(made.pages);
  const { kept, removed } = made.words;
  const sound = await checkRedacted(bytes, made.pages, {
    kept: kept.map(({ text }) => text),
    removed: removed.map(({ text }) => text),
  });
  if (!sound) return { kind: 'refused', why: 'leak' };
  await writeFile(target, bytes, { mode: 0o600 });
  return { kind: 'made', pages: made.pages.length, removedWords: [...new Set(removed.map(({ text }) => text))] };
}

async function newPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  areas: readonly Area[],
  found: { kept: Word[]; removed: Word[] },
): Promise<NewPage> {
  const words = wordsOf(await glyphsOf(document, page));
  const boxes = areas.map(({ box }) => box);
  const drawn = await drawPage(page, boxes);
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const upright = ([x, y]: readonly [number, number]): [number, number] => {
    const [right = 0, down = 0] = viewport.convertToViewportPoint(x, y) as number[];
    return [right, height - down];
  };
  const lines = new Map<number, NewPage['lines'][number][number][]>();
  for (const word of words) {
    if (boxes.some((box) => touches(box, word.box))) {
      found.removed.push(word);
      continue;
    }
    // White on white, cut off, or under a bar that somebody drew over it: what nobody sees does not come along.
    if (!drawn.shows(word.core)) continue;
    found.kept.push(word);
    const { text, size, line } = word;
    lines.set(line, [...(lines.get(line) ?? []), { text, from: upright(word.from), to: upright(word.to), size }]);
  }
  return {
    ...{ width, height, picture: drawn.picture, lines: [...lines.values()] },
    boxes: areas.map(({ box: [left, bottom, right, top], label }) => {
      const [x1, y1] = upright([left, bottom]);
      const [x2, y2] = upright([right, top]);
      return { label, box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as Box };
    }),
  };
}
