import { z } from 'zod';
import { isRejection, type Rejection } from '../../contract/rejections.js';
import type { ClosingKind, ClosingReason } from '../../contract/closing-views.js';
import { emptyBin } from '../../dokument/empty-bin.js';
import { orderRenditionsOf } from '../../dokument/rendition/order-for-version.js';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import type { Transaction } from '../../platform/transaction.js';
import type { Vorgang } from '../akte.js';
import { lockVorgang } from '../akte.store.js';
import { createFileClosingRecords } from '../file-closing-records.js';
import { endWork, worksOf } from './closing-work.store.js';
import { CLOSING_TOPIC } from './start-closing-work.js';

const input = z.object({ vorgangId: z.uuid(), kind: z.enum(['bin', 'protokoll', 'renditions']), closing: z.int() });

/**
 * The steps that z. d. A. has ordered. Each is done in the transaction that says so, once: killed in between it begins again,
 * repeated it finds itself done. They work in the Vorgang although it is closed, for they belong to its closing: the Protokoll
 * that they file ends with z. d. A. and could not be written before. Nothing else passes `lockOpenVorgang` by.
 */
export function closingHandlers(objects: Pick<ObjectStore, 'put'>): Readonly<Record<string, OutboxHandler>> {
  const fileClosingRecords = createFileClosingRecords(objects);
  const steps: Record<ClosingKind, (tx: Transaction, vorgang: Vorgang) => Promise<ClosingReason | Rejection | null>> = {
    bin: async (tx, { id: vorgangId }) => {
      const emptied = await emptyBin(tx, { vorgangId });
      if (isRejection(emptied)) return emptied;
      return emptied.held[0] ? reasonOf(emptied.held[0]) : null;
    },
    protokoll: async (tx, { id: vorgangId }) => {
      const filed = await fileClosingRecords(tx, { vorgangId });
      return isRejection(filed) ? filed : null;
    },
    // Ordered here, made by their own queue; how far they are is asked when somebody looks.
    renditions: async (tx, { id: vorgangId }) => {
      await orderRenditionsOf(tx, vorgangId, tx.clock.now());
      return null;
    },
  };
  return {
    [CLOSING_TOPIC]: async (tx, payload) => {
      const { vorgangId, kind, closing } = input.parse(payload);
      const vorgang = await lockVorgang(tx, vorgangId);
      if (vorgang?.state !== 'zdA') return undefined;
      const work = (await worksOf(tx, vorgangId)).find((each) => each.kind === kind);
      if (work?.closing !== closing || work.state !== 'waiting') return undefined;
      const reason = await steps[kind](tx, vorgang);
      if (isRejection(reason)) return reason;
      await endWork(tx, vorgangId, kind, { reason, at: tx.clock.now() });
      tx.changed('vorgang', vorgangId);
      return undefined;
    },
  };
}

export function reasonOf({ message, remedy }: Rejection): ClosingReason {
  return { ...message, remedy };
}
