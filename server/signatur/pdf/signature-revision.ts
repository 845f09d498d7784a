import { resolveDictionary, type PdfDocument } from './document.js';
import type { NewObject } from './increment.js';
import {
  array,
  dictionary,
  isKind,
  name,
  reference,
  withEntries,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from '../../platform/pdf/objects.js';
import type { PdfPage } from './pages.js';
import { writeObject } from '../../platform/pdf/write-object.js';

/** Collects the objects of a new revision: new ones get the next free number, old ones keep theirs. */
export interface Revision {
  readonly objects: readonly NewObject[];
  readonly add: (object: PdfObject) => PdfReference;
  /** Adds an object that is serialised already. */
  readonly addBody: (body: Uint8Array) => PdfReference;
  readonly replace: (old: PdfReference, object: PdfObject) => void;
}

export function startRevision(pdf: PdfDocument): Revision {
  const objects: NewObject[] = [];
  let next = pdf.size;
  const addBody = (body: Uint8Array) => {
    const number = next;
    next += 1;
    objects.push({ number, generation: 0, body });
    return reference(number);
  };
  return {
    objects,
    addBody,
    add: (object) => addBody(writeObject(object)),
    replace: ({ number, generation }, object) => objects.push({ number, generation, body: writeObject(object) }),
  };
}

/** Enters a signature field into the page that shows it and into the form of the document (12.7.2, 12.7.5.5). */
export function enterField(pdf: PdfDocument, revision: Revision, page: PdfPage, field: PdfReference): void {
  appendToArray(pdf, revision, { reference: page.reference, dictionary: page.dictionary }, 'Annots', field);
  const root = pdf.trailer.entries.get('Root');
  if (!isKind(root, 'reference')) throw new Error('openPdf found a catalog without a reference to it');
  const formReference = pdf.catalog.entries.get('AcroForm');
  const form = resolveDictionary(pdf, formReference) ?? dictionary({ Fields: array([]) });
  const oldFields = pdf.resolve(form.entries.get('Fields'));
  const fields = array([...(isKind(oldFields, 'array') ? oldFields.items : []), field]);
  // SigFlags 3: there are signatures, and changes are allowed only as increments (12.7.3, table 225).
  const newForm = withEntries(form, { Fields: fields, SigFlags: 3 });
  if (isKind(formReference, 'reference')) revision.replace(formReference, newForm);
  else revision.replace(root, withEntries(pdf.catalog, { AcroForm: revision.add(newForm) }));
}

/** Changes the smallest object that holds the array: the array itself where it has a number of its own. */
function appendToArray(
  pdf: PdfDocument,
  revision: Revision,
  owner: { reference: PdfReference; dictionary: PdfDictionary },
  key: string,
  item: PdfObject,
): void {
  const old = owner.dictionary.entries.get(key);
  const resolved = pdf.resolve(old);
  const longer = array([...(isKind(resolved, 'array') ? resolved.items : []), item]);
  if (isKind(old, 'reference') && isKind(resolved, 'array')) revision.replace(old, longer);
  else revision.replace(owner.reference, withEntries(owner.dictionary, { [key]: longer }));
}

/** A widget of a signature field: printed, and not to be moved (flags 4 and 128; PDF/A-2, 6.3.2 wants the first). */
export function signatureField(
  fieldName: PdfObject,
  label: PdfObject,
  signature: PdfReference,
  page: PdfPage,
  rectangle: readonly PdfObject[],
  appearance: PdfReference | null,
): PdfDictionary {
  const field = dictionary({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: fieldName,
    TU: label,
    V: signature,
    P: page.reference,
    F: 132,
    Rect: array(rectangle),
  });
  return appearance === null ? field : withEntries(field, { AP: dictionary({ N: appearance }) });
}
