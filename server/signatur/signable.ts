import { reject, type Rejection } from '../contract/rejections.js';
import { resolveDictionary, resolveItems, type PdfDocument } from './pdf/document.js';
import { nameValue } from '../platform/pdf/objects.js';
import type { FormFields } from './pdf/signature-fields.js';

/** Why a readable PDF must not get a further signature, or null when it may. */
export function whyNotSignable(pdf: PdfDocument, fields: FormFields): Rejection | null {
  if (isCertified(pdf, fields)) return reject('signatur.certified');
  // An XFA form is drawn by a program inside the file; the pages that we see and sign are not what others see.
  const form = resolveDictionary(pdf, pdf.catalog.entries.get('AcroForm'));
  return form?.entries.has('XFA') === true ? reject('signatur.dynamicForm') : null;
}

/**
 * Certified in the catalog (12.8.6), or by a signature with DocMDP that the catalog does not name. Even P=2, which
 * allows signing, allows it only in fields that are there already; ours is always a new one.
 */
function isCertified(pdf: PdfDocument, fields: FormFields): boolean {
  const permissions = resolveDictionary(pdf, pdf.catalog.entries.get('Perms'));
  if (permissions?.entries.has('DocMDP') === true) return true;
  return fields.signatures.some(({ signature }) =>
    resolveItems(pdf, signature.entries.get('Reference'))
      .map((item) => resolveDictionary(pdf, item)?.entries.get('TransformMethod'))
      .some((method) => nameValue(pdf.resolve(method)) === 'DocMDP'),
  );
}
