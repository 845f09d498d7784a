import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { addBookmarks, type Bookmark } from './bookmarks.js';
import { frontPages, placeholderPage } from './front-pages.js';
import { placeImage } from './place-image.js';
import type { ComposedRegister, CoverSheet, PlacedPart, RegisterPart, Replacement } from './register-parts.js';
import { stampPage } from './stamp-page.js';
import { openForCopy } from './take-pages.js';

type DokumentPart = Extract<RegisterPart, { kind: 'dokument' }>;

/**
 * Puts parts together into one PDF: cover sheet, register with the page of each part, the parts, "Blatt n von m" on every
 * page, bookmarks. Pages come as they are, without what acts or hides in them; what has none that could be taken is replaced
 * by a page that names the file, its hash and the reason. Equal input gives equal bytes.
 *
 * @param placed told after each part, such as for progress
 */
export async function composeRegister(
  cover: CoverSheet,
  parts: readonly RegisterPart[],
  placed: (done: number) => void = () => undefined,
): Promise<ComposedRegister> {
  const target = await PDFDocument.create({ updateMetadata: false });
  // Pages of cover and register depend on the rows alone, so they are counted before their numbers are known.
  const unplaced = parts.map((part): PlacedPart => ({ part, firstPage: 1, pages: 1, replaced: null }));
  const front = (await PDFDocument.load(frontPages(cover, unplaced))).getPageCount();
  const found: PlacedPart[] = [];
  for (const [index, part] of parts.entries()) {
    const firstPage = front + target.getPageCount() + 1;
    const replaced = part.kind === 'heading' ? null : await addPart(target, cover, part);
    found.push({ part, firstPage, pages: front + target.getPageCount() + 1 - firstPage, replaced });
    placed(index + 1);
  }
  await insertFront(target, frontPages(cover, found));
  await stampAll(target);
  addBookmarks(target, bookmarksOf(found, front, target.getPageCount()));
  describe(target, cover);
  const bytes = await target.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, pages: target.getPageCount(), parts: found };
}

/** @returns why the pages of the part had to be replaced; null where they are its own or were never there */
async function addPart(target: PDFDocument, cover: CoverSheet, part: DokumentPart): Promise<Replacement | null> {
  const { content } = part;
  if (content.kind === 'placeholder') {
    await addAll(target, await PDFDocument.load(placeholderPage(cover, part, content), { updateMetadata: false }));
    return null;
  }
  const replaced = await addBytes(target, content);
  if (replaced === null) return null;
  const { name, sha256 } = content;
  const page = placeholderPage(cover, part, { kind: 'placeholder', name, sha256, reason: REASONS[replaced] });
  await addAll(target, await PDFDocument.load(page, { updateMetadata: false }));
  return replaced;
}

async function addBytes(
  target: PDFDocument,
  { mime, read }: Extract<DokumentPart['content'], { kind: 'bytes' }>,
): Promise<Replacement | null> {
  if (mime === 'image/png' || mime === 'image/jpeg') {
    const image = await placeImage(target, await read(), mime);
    return typeof image === 'string' ? image : null;
  }
  if (mime !== 'application/pdf') return 'kind';
  const source = await openForCopy(await read());
  if (typeof source === 'string') return source;
  const before = target.getPageCount();
  try {
    await addAll(target, source);
    return null;
  } catch {
    // Half a document would look like a whole one.
    while (target.getPageCount() > before) target.removePage(target.getPageCount() - 1);
    return 'damaged';
  }
}

async function addAll(target: PDFDocument, source: PDFDocument): Promise<void> {
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
}

async function insertFront(target: PDFDocument, bytes: Uint8Array): Promise<void> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = await target.copyPages(source, source.getPageIndices());
  pages.forEach((page, index) => target.insertPage(index, page));
}

async function stampAll(target: PDFDocument): Promise<void> {
  const font = await target.embedFont(StandardFonts.Helvetica);
  const pages = target.getPages();
  pages.forEach((page, index) => stampPage(page, `Blatt ${index + 1} von ${pages.length}`, font));
}

/** Headings with what lies under them; parts before the first heading stand for themselves. */
function bookmarksOf(parts: readonly PlacedPart[], front: number, end: number): Bookmark[] {
  const result: (Bookmark & { children: Bookmark[] })[] = [
    { title: 'Deckblatt', page: 1, children: [] },
    { title: 'Register', page: Math.min(2, front), children: [] },
  ];
  let open: Bookmark[] = result;
  for (const { part, firstPage } of parts) {
    if (part.kind === 'heading') {
      const children: Bookmark[] = [];
      // A heading with nothing under it at the very end has no page of its own to point at.
      result.push({ title: part.title, page: Math.min(firstPage, end), children });
      open = children;
    } else open.push({ title: `${part.ordnungsnummer} ${part.betreff}`, page: firstPage, children: [] });
  }
  return result;
}

function describe(target: PDFDocument, { title, mandant, createdAt }: CoverSheet): void {
  target.setTitle(title, { showInWindowTitleBar: true });
  target.setAuthor(mandant);
  target.setProducer('Laufmappe');
  target.setLanguage('de-DE');
  if (createdAt) target.setCreationDate(createdAt);
}

const REASONS: Readonly<Record<Replacement, string>> = {
  encrypted: 'Die PDF-Datei ist verschlüsselt. Sie lässt sich nur im Original mit ihrem Kennwort öffnen.',
  damaged: 'Die Datei ist beschädigt oder keine Datei der angegebenen Art. Das Original liegt unverändert in der Akte.',
  layers:
    'Die PDF-Datei enthält ausgeblendete Ebenen. In einer Kopie würden sie sichtbar; maßgeblich ist das Original.',
  dynamicForm: 'Das Formular zeigt seine Seiten nur in dem Programm, für das es gemacht ist (XFA).',
  tooLarge: 'Das Bild ist zu groß, um als Seite eingefügt zu werden. Das Original liegt unverändert in der Akte.',
  kind: 'Dateien dieser Art haben keine Seiten. Das Original liegt unverändert in der Akte.',
};
