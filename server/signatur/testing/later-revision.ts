import { openPdf, type PdfDocument } from '../pdf/document.js';
import { writeIncrement } from '../pdf/increment.js';
import {
  array,
  isKind,
  reference,
  withEntries,
  type PdfDictionary,
  type PdfReference,
} from '../../platform/pdf/objects.js';
import { readPages, type PdfPage } from '../pdf/pages.js';
import { startRevision, type Revision } from '../pdf/signature-revision.js';

/** Appends a revision to a file, as an attacker or an honest program may. */
export function appendRevision(
  file: Uint8Array,
  change: (revision: Revision, pdf: PdfDocument, page: PdfPage) => void,
): Uint8Array {
  const pdf = openPdf(file);
  const [page] = readPages(pdf);
  if (page === undefined) throw new Error('no page');
  const revision = startRevision(pdf);
  change(revision, pdf, page);
  return Buffer.concat([file, writeIncrement(pdf, revision.objects).bytes]);
}

/** Shows another text on the first page: the "incremental saving" attack. */
export function replacePageContent(file: Uint8Array): Uint8Array {
  return appendRevision(file, (revision, _pdf, page) => {
    const data = Buffer.from('BT /F0 20 Tf 72 700 Td (1.000.000 EUR) Tj ET');
    const contents = revision.addBody(
      Buffer.from(`<< /Length ${data.length} >>\nstream\n${data.toString()}\nendstream`),
    );
    revision.replace(page.reference, withEntries(page.dictionary, { Contents: contents }));
  });
}

export function addPage(file: Uint8Array): Uint8Array {
  return appendRevision(file, (revision, pdf, page) => {
    const pages = pdf.catalog.entries.get('Pages');
    if (!isKind(pages, 'reference')) throw new Error('no page tree');
    const tree = dictionaryAt(pdf, pages);
    const kids = tree.entries.get('Kids');
    const old = isKind(kids, 'array') ? kids.items : [];
    const added = revision.add(withEntries(page.dictionary, { Annots: array([]) }));
    revision.replace(pages, withEntries(tree, { Kids: array([...old, added]), Count: old.length + 1 }));
  });
}

/** The reference and dictionary of the form, of its last field and of that field's signature. */
export function formOf(pdf: PdfDocument) {
  const formReference = pdf.catalog.entries.get('AcroForm');
  if (!isKind(formReference, 'reference')) throw new Error('no form');
  const form = dictionaryAt(pdf, formReference);
  const fields = form.entries.get('Fields');
  const field = isKind(fields, 'array') ? fields.items.at(-1) : undefined;
  if (!isKind(field, 'reference')) throw new Error('no field');
  const fieldDictionary = dictionaryAt(pdf, field);
  const signature = fieldDictionary.entries.get('V');
  if (!isKind(signature, 'reference')) throw new Error('no signature');
  return { formReference, form, field, fieldDictionary, signature };
}

export function dictionaryAt(pdf: PdfDocument, { number }: PdfReference): PdfDictionary {
  const found = pdf.resolve(reference(number));
  if (!isKind(found, 'dictionary')) throw new Error(`object ${number} is no dictionary`);
  return found;
}
