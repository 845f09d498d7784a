import { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { BASIS, keepUntil, loeschnachweisJson } from './loeschnachweis.js';
import { insertProof, loadProofFacts, type ProofFile } from './loeschnachweis.store.js';
import { endOfRetention } from './protect-objects.js';
import { renderLoeschnachweis } from './render-loeschnachweis.js';
import { lockVernichtung, saveEnded } from './vernichtung.store.js';

export type ProvingStore = Pick<ObjectStore, 'put' | 'retain'>;

/** Last step of a Vernichtung: the Loeschnachweis as PDF and as JSON, in the store, with what really became of everything. */
export function createProveVernichtung(objects: ProvingStore) {
  return systemAct(
    'aussonderung.proveVernichtung',
    async (tx, { vernichtungId }: { vernichtungId: Id }): Promise<{ files: number } | Rejection> => {
      const vernichtung = await lockVernichtung(tx, vernichtungId);
      if (!vernichtung) return reject('platform.notFound');
      if (vernichtung.state !== 'released') return { files: 0 };
      const [now, until] = [tx.clock.now(), keepUntil(tx.clock.today())];
      const facts = await loadProofFacts(tx, vernichtungId);
      const proof = { vernichtungId, basis: BASIS, ...facts, completedAt: now.toISOString(), keepUntil: until };
      const files: ProofFile[] = [];
      for (const [form, bytes] of [
        ['pdf', renderLoeschnachweis(proof)],
        ['json', loeschnachweisJson(proof)],
      ] as const) {
        const stored = await objects.put(Readable.from([bytes]));
        if (isRejection(stored)) return stored;
        await objects.retain(stored.sha256, endOfRetention(until));
        files.push({ form, ...stored });
      }
      await insertProof(tx, { mandantId: tx.mandantId, vernichtungId, keepUntil: until, at: now }, files);
      await saveEnded(tx, vernichtungId, 'done', now);
      tx.protokoll({
        objectKind: 'vernichtung',
        objectId: vernichtungId,
        payload: {
          vorgaenge: proof.vorgaenge.length,
          excluded: proof.excluded.length,
          files: files.map(({ form, sha256 }) => ({ form, sha256 })),
        },
      });
      tx.changed('aussonderung', vernichtungId);
      return { files: files.length };
    },
  );
}
