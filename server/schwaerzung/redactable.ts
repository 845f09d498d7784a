import { reject, type Rejection } from '../contract/rejections.js';
import type { StoredFile } from '../platform/http/routes.js';

/** Kinds of file that are redacted as they are; everything else is saved as PDF first. */
const KINDS: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** Refuses what has no pages to blacken. */
export function refuseKind({ mime }: Pick<StoredFile, 'mime'>): Rejection | null {
  return KINDS.includes(mime) ? null : reject('schwaerzung.kind', { mime });
}

/** Where a page shows what is to be marked: a PDF as it is, a picture as the PDF that it becomes. */
export function pagesUrlOf(dokumentId: string, nummer: number, { mime }: Pick<StoredFile, 'mime'>): string | null {
  if (!KINDS.includes(mime)) return null;
  const version = `/api/dokumente/${dokumentId}/versionen/${nummer}`;
  return mime === 'application/pdf' ? version : `${version}/seiten`;
}
