import { z } from 'zod';
import { nameOfStufe } from '../access/names.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { mandantName } from '../identity/identity.queries.js';
import { packAkte, type PackedRow } from '../import/pack-akte.js';
import type { ActRunner } from '../platform/act-runner.js';
import { dayInBerlin } from '../platform/clock.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { factsOf } from './candidates.queries.js';
import { expireWeitergabe } from './expire-weitergabe.js';
import { keepAwake } from './keep-awake.js';
import { keepPackage } from './keep-package.js';
import { noteText } from './texts.js';
import { findWeitergabe, saveProgress, type Weitergabe } from './weitergabe.store.js';

export interface PackParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
}

const payloadSchema = z.object({ weitergabeId: z.uuid() });

/** Somebody has withdrawn it, or destroyed what is in it; only `packHandler` catches it. */
class Withdrawn extends Error {}

/**
 * Puts a package together, telling how far it is in transactions of its own and stopping before the next Dokument where
 * somebody has withdrawn it. The bytes are stored before the row that names them; a server that dies begins again, and what
 * it had stored the sweeper removes.
 */
export function packHandler({ runner, objects }: PackParts): OutboxHandler {
  return async (tx, payload) => {
    const { weitergabeId } = payloadSchema.parse(payload);
    const found = await findWeitergabe(tx, weitergabeId);
    if (!found || (found.state !== 'wartet' && found.state !== 'laeuft')) return undefined;
    const { rows, note } = await contentOf(tx, found);
    const before = (index: number) => step(runner, tx, found, index);
    try {
      const packed = packAkte(rows, objects, { note, before });
      const stored = await keepAwake(tx, () => objects.put(packed));
      if (isRejection(stored)) return stored;
      const kept = await keepPackage(tx, { weitergabeId, stored });
      return isRejection(kept) ? kept : undefined;
    } catch (error) {
      if (error instanceof Withdrawn) return undefined;
      throw error;
    }
  };
}

async function step(runner: ActRunner, tx: Transaction, { id, akteId }: Weitergabe, index: number): Promise<void> {
  const goesOn = await runner.transaction({ mandantId: tx.mandantId, actor: tx.actor }, async (own) => {
    own.changed('akte', akteId);
    return { running: await saveProgress(own, id, index) };
  });
  if (isRejection(goesOn) || !goesOn.running) throw new Withdrawn();
}

async function contentOf(tx: Transaction, found: Weitergabe) {
  const facts = await factsOf(tx, found.akteId);
  if (!facts) throw new Error('A Weitergabe without its Akte');
  const { aktenzeichen, betreff, kennzeichen } = facts;
  const rows = found.items.map(
    ({ vorgang, vorgangBetreff, betreff: title, art, date, fileName, sha256 }): PackedRow => ({
      // Vorgaenge of Teilakten keep their Aktenzeichen, which names the Teilakte, and lie in the one Akte.
      ...{ akte: aktenzeichen, kennzeichen, akteBetreff: betreff, vorgang, vorgangBetreff },
      ...{ betreff: title, art, date, fileName, sha256 },
    }),
  );
  const text = noteText({
    ...{
      from: await mandantName(tx),
      recipient: found.recipient,
      aktenzeichen,
      kind: found.kind,
      reason: found.reason,
    },
    ...{ dokumente: rows.length, stufe: nameOfStufe(found.stufe), day: dayInBerlin(found.createdAt) },
  });
  return { rows, note: { name: 'Weitergabe.txt', text } };
}

/** Ends what nobody has taken in time. */
export const expireHandler: OutboxHandler = async (tx, payload): Promise<Rejection | undefined> => {
  const ended = await expireWeitergabe(tx, payloadSchema.parse(payload) satisfies { weitergabeId: Id });
  return isRejection(ended) ? ended : undefined;
};
