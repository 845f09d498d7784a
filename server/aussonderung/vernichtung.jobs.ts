import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { destroyLater, destroyVernichtung, DESTRUCTION_TOPIC } from './destroy-vernichtung.js';
import { createProveVernichtung } from './prove-vernichtung.js';
import { removeBytes } from './remove-bytes.js';

const payloadSchema = z.object({ vernichtungId: z.uuid() });

/**
 * The steps of a released Vernichtung: rows, Vorgang by Vorgang; then bytes, a batch at a time; then the proof. Each step
 * commits together with the order for the next one, so that it goes on after a crash where it was, and ends once.
 */
export function destructionHandlers(
  objects: Pick<ObjectStore, 'put' | 'retain' | 'remove' | 'protection'>,
): Readonly<Record<string, OutboxHandler>> {
  const proveVernichtung = createProveVernichtung(objects);
  return {
    [DESTRUCTION_TOPIC]: async (tx, payload) => {
      const { vernichtungId } = payloadSchema.parse(payload);
      const rows = await destroyVernichtung(tx, { vernichtungId });
      if (isRejection(rows)) return rows;
      // Bytes go only after the commit that removed the last row that refers to them: were it rolled back, a Vorgang would be
      // there without its bytes, and might come under a Sperre.
      if (rows.taken === 'one') return destroyLater(tx, vernichtungId);
      const bytes = await removeBytes(tx, objects, vernichtungId);
      if (isRejection(bytes)) return bytes;
      if (bytes.open === 'some') return destroyLater(tx, vernichtungId);
      const proved = await proveVernichtung(tx, { vernichtungId });
      if (isRejection(proved)) return proved;
      return undefined;
    },
  };
}
