import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

/** Kinds of resources that are drawn by their name. */
const NAMED = ['XObject', 'Font', 'Pattern', 'Shading', 'ExtGState', 'ColorSpace', 'Properties'];

/**
 * Leaves a page only the resources that it draws. Many scanners give all pages one list with the pictures of all of them: whoever
 * copies one page would copy the pictures of the others along, out of sight.
 *
 * @param done forms of the file that have been dealt with: pages may share them
 * @throws where it cannot be read what is drawn
 */
export function keepOwnResources({ node }: PDFPage, done: Set<PDFStream>): void {
  reduce(node, node.Resources(), contentOf(node.lookup(PDFName.of('Contents'))), done);
  for (const form of appearancesOf(node)) reduceForm(form, done);
}

function reduce(node: PDFDict, resources: PDFDict | undefined, content: string, done: Set<PDFStream>): void {
  if (!resources) return;
  const names = namesDrawn(content, resources);
  const own = resources.clone();
  for (const kind of NAMED) {
    const all = resources.lookup(PDFName.of(kind));
    if (!(all instanceof PDFDict)) continue;
    const kept = all.clone();
    // DefaultRGB and its sisters are drawn with by every colour, without a name.
    for (const name of all.keys()) if (!names.has(name) && !name.decodeText().startsWith('Default')) kept.delete(name);
    for (const name of kept.keys()) formsOf(kept.lookup(name)).forEach((form) => reduceForm(form, done));
    own.set(PDFName.of(kind), kept);
  }
  node.set(RESOURCES, own);
}

const [RESOURCES, SUBTYPE] = [PDFName.of('Resources'), PDFName.of('Subtype')];

function reduceForm(form: PDFStream, done: Set<PDFStream>): void {
  if (done.has(form)) return;
  done.add(form);
  const resources = form.dict.lookup(RESOURCES);
  if (resources instanceof PDFDict) reduce(form.dict, resources, contentOf(form), done);
}

/** A form without resources of its own draws with those of whoever draws it (ISO 32000-1, 7.8.3). */
function namesDrawn(content: string, resources: PDFDict): Set<PDFName> {
  const names = new Set<PDFName>();
  const objects = resources.lookup(PDFName.of('XObject'));
  const unread = [content];
  const read = new Set<PDFStream>();
  for (let text = unread.pop(); text !== undefined; text = unread.pop()) {
    for (const [, name = ''] of text.matchAll(NAME)) names.add(PDFName.of(name));
    if (!(objects instanceof PDFDict)) continue;
    for (const form of [...names].flatMap((name) => formsOf(objects.lookup(name)))) {
      if (read.has(form) || form.dict.has(RESOURCES)) continue;
      read.add(form);
      unread.push(contentOf(form));
    }
  }
  return names;
}

// Also what only looks like a name, within words or a picture: one resource too many does no harm, one too few does.
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/g;

/** What in a resource is drawn by operators: the form or pattern itself, or the mask of a state. */
function formsOf(object: PDFObject | undefined): PDFStream[] {
  if (object instanceof PDFStream) return object.dict.lookup(SUBTYPE) === PDFName.of('Image') ? [] : [object];
  const mask = object instanceof PDFDict ? object.lookup(PDFName.of('SMask')) : undefined;
  const group = mask instanceof PDFDict ? mask.lookup(PDFName.of('G')) : undefined;
  return group instanceof PDFStream ? [group] : [];
}

/** What the annotations of a page look like, in each of their states. */
function appearancesOf(node: PDFDict): PDFStream[] {
  const annotations = valuesOf(node.lookup(PDFName.of('Annots')));
  const looks = annotations.flatMap((each) => (each instanceof PDFDict ? valuesOf(each.lookup(PDFName.of('AP'))) : []));
  return looks.flatMap((look) => (look instanceof PDFStream ? [look] : valuesOf(look).flatMap(formsOf)));
}

function valuesOf(object: PDFObject | undefined): (PDFObject | undefined)[] {
  if (object instanceof PDFArray) return object.asArray().map((_value, index) => object.lookup(index));
  return object instanceof PDFDict ? object.keys().map((name) => object.lookup(name)) : [];
}

/** What a page or a form draws, as its operators. @throws where it is packed in a way that nobody packs operators in */
function contentOf(object: PDFObject | undefined): string {
  if (object instanceof PDFArray) return valuesOf(object).map(contentOf).join('\n');
  if (!(object instanceof PDFStream)) return '';
  const bytes = object instanceof PDFRawStream ? decodePDFRawStream(object).decode() : object.getContents();
  return Buffer.from(bytes).toString('latin1');
}
