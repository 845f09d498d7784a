import { PDFHexString, PDFName, PDFNull, type PDFDocument, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';

export interface Bookmark {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

/** Writes the outline that readers show beside the pages (ISO 32000-2, 12.3.3), and has it shown on opening. */
export function addBookmarks(target: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const root = target.context.nextRef();
  const { first, last, count } = addLevel(target, root, bookmarks);
  target.context.assign(root, target.context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  target.catalog.set(PDFName.of('Outlines'), root);
  target.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

interface Level {
  readonly first: PDFRef;
  readonly last: PDFRef;
  readonly count: number;
}

function addLevel(target: PDFDocument, parent: PDFRef, bookmarks: readonly Bookmark[]): Level {
  const { context } = target;
  const references = bookmarks.map(() => context.nextRef());
  const [first, last] = [references[0], references.at(-1)];
  if (!first || !last) throw new Error('A level of the outline without an entry');
  let count = bookmarks.length;
  bookmarks.forEach(({ title, page, children }, index) => {
    const reference = references[index] ?? first;
    const below = children.length > 0 ? addLevel(target, reference, children) : null;
    count += below?.count ?? 0;
    const [previous, next] = [references[index - 1], references[index + 1]];
    const entries: Record<string, PDFObject | number> = {
      Title: PDFHexString.fromText(title),
      Parent: parent,
      Dest: context.obj([target.getPage(page - 1).ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]),
      ...(previous ? { Prev: previous } : {}),
      ...(next ? { Next: next } : {}),
      ...(below ? { First: below.first, Last: below.last, Count: below.count } : {}),
    };
    context.assign(reference, context.obj(entries));
  });
  return { first, last, count };
}
