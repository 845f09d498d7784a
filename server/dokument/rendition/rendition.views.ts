import { REJECTIONS, type RejectionCode, type Sentence } from '../../contract/rejections.js';
import type { RenditionView } from '../../contract/rendition-views.js';
import type { Id } from '../../contract/views.js';
import type { StoredFile } from '../../platform/http/routes.js';
import type { Queries } from '../../platform/postgres/database.js';
import { officeKindOf } from './office-kinds.js';
import { countRenditions, findRendition, type RenditionReason } from './rendition.store.js';

/** The version that is asked about, which the person sees. */
export interface AskedVersion {
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
}

/** What the page shows in place of an office file, or says while there is nothing to show. */
export async function loadRendition(
  queries: Queries,
  { dokumentId, nummer, file }: AskedVersion,
): Promise<RenditionView> {
  if (!officeKindOf(file.mime)) return { state: 'none', url: null, reason: null };
  const found = await findRendition(queries, { dokumentId, nummer, kind: 'pdfa' });
  return {
    state: found?.state ?? 'missing',
    url: found?.state === 'ready' ? `/api/dokumente/${dokumentId}/versionen/${nummer}/vorschau` : null,
    reason: found?.reason ? sentencesOf(found.reason) : null,
  };
}

/** The PDF/A of one version as a file; null where there is none. */
export async function renditionFile(
  queries: Queries,
  { dokumentId, nummer, file }: AskedVersion,
): Promise<StoredFile | null> {
  const found = await findRendition(queries, { dokumentId, nummer, kind: 'pdfa' });
  if (!found?.sha256 || found.size === null) return null;
  const name = `${file.name.replace(/\.[^.]*$/, '')} (Vorschau).pdf`;
  return { name, mime: 'application/pdf', sha256: found.sha256, size: found.size };
}

const CODES: Readonly<Record<RenditionReason, RejectionCode>> = {
  notInstalled: 'rendition.notInstalled',
  broken: 'rendition.broken',
  tooLarge: 'rendition.tooLarge',
  time: 'rendition.time',
};

/** Why there is no rendition, and the remedy. */
export function sentencesOf(reason: RenditionReason): Sentence & { remedy: Sentence } {
  const { message, remedy } = REJECTIONS[CODES[reason]];
  return { ...message, remedy };
}

/** How far it is with the archive renditions of a Vorgang. */
export async function renditionsOfVorgang(
  queries: Queries,
  vorgangId: Id,
): Promise<{ waiting: number; reasons: ReturnType<typeof sentencesOf>[] }> {
  const counted = await countRenditions(queries, vorgangId);
  const waiting = counted.find(({ state }) => state === 'waiting')?.count ?? 0;
  return { waiting, reasons: counted.flatMap(({ reason }) => (reason ? [sentencesOf(reason)] : [])) };
}
