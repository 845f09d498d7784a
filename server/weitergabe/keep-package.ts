import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { StoredObject } from '../platform/objects/object-store.js';
import { tellAkte } from './protokoll-text.js';
import { lockWeitergabe, savePackage } from './weitergabe.store.js';

export interface KeepPackageInput {
  readonly weitergabeId: Id;
  /** Bytes that are already in the object store. */
  readonly stored: StoredObject;
}

/** The package is there: from now on it can be fetched, or it is offered to the other Mandant. One that was withdrawn stays so. */
export const keepPackage = systemAct(
  'weitergabe.keepPackage',
  async (tx, { weitergabeId, stored }: KeepPackageInput): Promise<{ state: 'kept' | 'left' } | Rejection> => {
    const found = await lockWeitergabe(tx, weitergabeId);
    if (!found) return reject('platform.notFound');
    if (found.state !== 'wartet' && found.state !== 'laeuft') return { state: 'left' };
    const { sha256, size } = stored;
    await savePackage(tx, weitergabeId, stored);
    if (found.toMandantId !== null) await tx.enqueue('weitergabe.offer', weitergabeId, { weitergabeId });
    tellAkte(
      tx,
      found,
      {
        de: `Paket für „${found.recipient}“ bereit: ${found.items.length} Dokumente, SHA-256 ${sha256}`,
        en: `Package for “${found.recipient}” ready: ${found.items.length} documents, SHA-256 ${sha256}`,
      },
      { sha256, size },
    );
    return { state: 'kept' };
  },
);
