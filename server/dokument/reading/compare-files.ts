import { diffWordsWithSpace } from 'diff';
import type { ComparedPart, Comparison, Unreadable } from '../../contract/reading-views.js';
import { visibleText } from '../../posteingang/examination/visible-text.js';
import { readFile, type FileToRead, type ReadFile } from './read-file.js';

export interface ComparedFile extends FileToRead {
  readonly nummer: number;
}

/** Characters of each version: about 60 pages, and as much as a page shows without scrolling for ever. */
const LONGEST_TEXT = 200_000;
/** Two texts with nothing in common take quadratic time; whoever waits longer learns no more. */
const TIME_LIMIT = 5_000;

/** The text of two versions, word by word; runs in a worker process. */
export async function compareFiles({
  older,
  newer,
}: {
  older: ComparedFile;
  newer: ComparedFile;
}): Promise<Comparison> {
  const texts: string[] = [];
  for (const file of [older, newer]) {
    const read = await readFile(file);
    if (read.text === null) return { kind: 'unreadable', version: file.nummer, reason: reasonOf(read) };
    texts.push(visibleText(read.text));
  }
  const [before = '', after = ''] = texts;
  const parts = compareTexts(before.slice(0, LONGEST_TEXT), after.slice(0, LONGEST_TEXT));
  if (!parts) return { kind: 'unreadable', version: newer.nummer, reason: 'tooDifferent' };
  const extent = Math.max(before.length, after.length) > LONGEST_TEXT ? 'beginning' : 'whole';
  return { kind: 'compared', parts, extent };
}

/** null where the texts differ so much that comparing them takes too long. */
export function compareTexts(before: string, after: string, timeout = TIME_LIMIT): ComparedPart[] | null {
  const changes = diffWordsWithSpace(before, after, { timeout });
  return (
    changes?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })) ?? null
  );
}

function reasonOf({ facts }: ReadFile): Unreadable {
  return facts.unreadable ?? 'noText';
}
