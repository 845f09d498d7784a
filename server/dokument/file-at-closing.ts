import type { Day, Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { StoredFile } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { authorOf } from '../platform/transaction.js';
import { insertDokumente } from './dokument.store.js';

export interface FileAtClosing {
  /** Locked by the caller, and z. d. A. */
  readonly vorgangId: Id;
  readonly betreff: string;
  readonly date: Day | null;
  /** Bytes that are already in the object store. */
  readonly file: StoredFile;
}

/** Part of closing a Vorgang: adds what the system writes about it. Everybody else files into open Vorgaenge only (`addDokument`). */
export const fileAtClosing = systemAct('dokument.fileAtClosing', async (tx, input: FileAtClosing) => {
  const { vorgangId, betreff, date, file } = input;
  const dokumentId = newId();
  const own = { parentId: null, art: 'vermerk', state: 'gueltig', eingangId: null, createdById: null } as const;
  const dokument = { ...own, id: dokumentId, betreff, date, createdBy: authorOf(tx.actor), file, signatures: [] };
  await insertDokumente(tx, vorgangId, [dokument], tx.clock.now());
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ dokumentId, sha256: file.sha256, size: file.size },
      text: { de: `Dokument „${betreff}“ abgelegt`, en: `Document “${betreff}” filed` },
    },
  });
  return { dokumentId };
});
