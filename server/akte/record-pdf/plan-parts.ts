import type { Replacement } from '../../platform/pdf/register/register-parts.js';
import { german } from '../akte.js';
import type { RecordPart } from './record-parts.queries.js';

/** A part before its bytes have been fetched; crosses into the worker process, so it is data alone. */
export type PlannedPart =
  | { readonly kind: 'heading'; readonly title: string }
  | {
      readonly kind: 'dokument';
      readonly ordnungsnummer: string;
      readonly date: string;
      readonly betreff: string;
      readonly name: string;
      readonly sha256: string;
      /** Object to fetch and its type, or the sentence that stands in its place. */
      readonly content:
        { readonly object: string; readonly size: number; readonly mime: string } | { readonly reason: string };
    };

const SHOWN: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** What becomes of each Dokument: its own pages, those of its rendition, or a page that says why there are none. */
export function planParts(parts: readonly RecordPart[]): PlannedPart[] {
  const planned: PlannedPart[] = [];
  let vorgangId = '';
  for (const part of parts) {
    if (part.vorgangId !== vorgangId)
      planned.push({ kind: 'heading', title: `${part.aktenzeichen} ${part.vorgangBetreff}` });
    vorgangId = part.vorgangId;
    const { betreff, fileName: name, sha256 } = part;
    const date = part.date ? german(part.date) : '';
    planned.push({
      kind: 'dokument',
      ordnungsnummer: String(part.nummer),
      date,
      betreff,
      name,
      sha256,
      content: contentOf(part),
    });
  }
  return planned;
}

function contentOf({
  mime,
  sha256,
  size,
  rendition,
}: RecordPart): Extract<PlannedPart, { kind: 'dokument' }>['content'] {
  if (SHOWN.includes(mime)) return { object: sha256, size: Number(size), mime };
  if (rendition?.sha256) return { object: rendition.sha256, size: Number(rendition.size), mime: 'application/pdf' };
  if (rendition?.state === 'waiting') return { reason: 'Die Vorschau dieser Datei wurde noch nicht erstellt.' };
  if (rendition)
    return { reason: 'Von dieser Datei ließ sich keine Vorschau erstellen. Das Original liegt in der Akte.' };
  return { reason: `Dateien dieser Art (${mime}) haben keine Seiten. Das Original liegt unverändert in der Akte.` };
}

/** Bytes that have to be read for these parts. */
export function sizeOf(parts: readonly PlannedPart[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === 'dokument' && 'object' in part.content ? part.content.size : 0),
    0,
  );
}

/** What a worker answers about a finished file. */
export interface Composed {
  readonly pages: number;
  readonly replaced: readonly Replacement[];
}
