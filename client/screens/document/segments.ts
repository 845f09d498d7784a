import type { Hit } from './text-search.js';

/** A stretch of text; `hit` is the id of what was found there, null where it is only read. */
export interface Segment {
  readonly text: string;
  readonly hit: string | null;
}

/** The text of a page cut at what was found on it. @param hits of this page, in their order */
export function segmentsOf(text: string, hits: readonly Pick<Hit, 'id' | 'stretch'>[]): Segment[] {
  const words = text.trimEnd();
  const segments: Segment[] = [];
  let read = 0;
  for (const { id, stretch } of hits) {
    segments.push({ text: words.slice(read, stretch.start), hit: null });
    segments.push({ text: words.slice(stretch.start, stretch.end), hit: id });
    read = stretch.end;
  }
  return [...segments, { text: words.slice(read), hit: null }].filter((segment) => segment.text !== '');
}
