import type { MappeDokument } from '../contract/laufweg-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { MappeRow } from './mappe.queries.js';

/** More would be no folder that somebody reads before signing. */
const MOST_DOKUMENTE = 50;

/** Everything that stands against sending these Dokumente round in these versions. */
export function mappeFindings(
  wanted: readonly MappeDokument[],
  rows: readonly MappeRow[],
  art: 'signed' | 'unsigned',
): Rejection[] {
  const different = new Set(wanted.map(({ dokumentId }) => dokumentId)).size;
  if (different === 0 || different > MOST_DOKUMENTE || different < wanted.length) {
    return [reject('laufweg.noDokument', { found: wanted.length })];
  }
  if (rows.length < wanted.length) return [reject('laufweg.dokumentElsewhere')];
  return [...seenFindings(wanted, rows), ...(art === 'signed' ? signFindings(rows) : [])];
}

/** A Zeichnung is bound to what was seen: for each Dokument that has to be its newest version. */
export function seenFindings(seen: readonly MappeDokument[], rows: readonly MappeRow[]): Rejection[] {
  const nummerOf = new Map<Id, number>(seen.map(({ dokumentId, nummer }) => [dokumentId, nummer]));
  return rows.flatMap(({ dokumentId, betreff, newest }) => {
    const nummer = nummerOf.get(dokumentId);
    if (nummer === undefined) return [reject('laufweg.unseen', { betreff })];
    return nummer === newest ? [] : [reject('laufweg.newerVersion', { betreff, expected: nummer, found: newest })];
  });
}

/** A Schlusszeichnung signs a PDF and makes a draft final. */
export function signFindings(rows: readonly MappeRow[]): Rejection[] {
  return rows.flatMap(({ betreff, state, mime }) => {
    const found: Rejection[] = [];
    if (mime !== 'application/pdf') {
      const reason = { reasonDe: 'es ist kein PDF', reasonEn: 'it is no PDF' };
      found.push(reject('laufweg.notSignable', { betreff, ...reason }));
    }
    if (state !== 'entwurf') {
      const reason = { reasonDe: 'es ist kein Entwurf mehr', reasonEn: 'it is no draft any more' };
      found.push(reject('laufweg.notSignable', { betreff, ...reason }));
    }
    return found;
  });
}
