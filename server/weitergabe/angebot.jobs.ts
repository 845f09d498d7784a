import { z } from 'zod';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { mandantName } from '../identity/identity.queries.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { inScratchFolder } from '../platform/scratch-folder.js';
import type { Transaction } from '../platform/transaction.js';
import { findAngebot } from './angebot.store.js';
import { factsOf } from './candidates.queries.js';
import { claimWeitergabe } from './claim-weitergabe.js';
import { closeAngebot } from './close-angebot.js';
import { inOtherMandant, type Crossing } from '../mandant/cross-mandant.js';
import { deferAngebot, type DeferAngebotInput } from './defer-angebot.js';
import { keepAwake } from './keep-awake.js';
import { readPackage, type ReadParts } from './read-package.js';
import { receiveAngebot } from './receive-angebot.js';
import { recordAnswer } from './record-answer.js';
import { takeOverAngebot } from './take-over-angebot.js';
import { findWeitergabe } from './weitergabe.store.js';

export interface CrossingParts extends ReadParts {
  readonly runner: ActRunner;
  readonly scratchFolder: string;
}

const offerPayload = z.object({ weitergabeId: z.uuid() });
const closePayload = z.object({
  ...{ weitergabeId: z.uuid(), toMandantId: z.uuid(), state: z.enum(['zurueckgezogen', 'abgelaufen']) },
});
const answerPayload = z.object({
  ...{ weitergabeId: z.uuid(), fromMandantId: z.uuid(), reason: z.string() },
  answer: z.enum(['uebernommen', 'abgelehnt', 'zurueckgestellt']),
});
const takeOverPayload = z.object({ angebotId: z.uuid() });

/**
 * What goes from one Mandant to another, each step once it is certain on the side where it begins. A step that is done twice
 * finds its own work. None holds a row of its own while it is on the other side.
 */
export function crossingHandlers(parts: CrossingParts): Readonly<Record<string, OutboxHandler>> {
  const { runner } = parts;
  return {
    'weitergabe.offer': async (tx, payload) => {
      const { weitergabeId } = offerPayload.parse(payload);
      return offer(runner, tx, weitergabeId);
    },
    'weitergabe.close': async (tx, payload) => {
      const { weitergabeId, toMandantId, state } = closePayload.parse(payload);
      const input = { weitergabeId, comingFrom: tx.mandantId, state };
      return (await inOtherMandant(runner, to(toMandantId, weitergabeId), closeAngebot, input)) ?? undefined;
    },
    'weitergabe.answer': async (tx, payload) => {
      const { weitergabeId, fromMandantId, answer, reason } = answerPayload.parse(payload);
      const input = { weitergabeId, comingFrom: tx.mandantId, answer, reason };
      return (await inOtherMandant(runner, to(fromMandantId, weitergabeId), recordAnswer, input)) ?? undefined;
    },
    'weitergabe.takeOver': async (tx, payload) => takeOver(parts, tx, takeOverPayload.parse(payload).angebotId),
  };
}

const to = (mandantId: Id, correlationId: Id): Crossing => ({ mandantId, correlationId });

async function offer(runner: ActRunner, tx: Transaction, weitergabeId: string): Promise<Rejection | undefined> {
  const found = await findWeitergabe(tx, weitergabeId);
  if (found?.state !== 'bereit' || found.toMandantId === null || found.sha256 === null) return undefined;
  const facts = await factsOf(tx, found.akteId);
  if (!facts) throw new Error('A Weitergabe without its Akte');
  const { kind, reason, stufe, sha256, size, expiresOn } = found;
  const { aktenzeichen, kennzeichen, betreff } = facts;
  const input = {
    ...{ weitergabeId, comingFrom: tx.mandantId, fromName: await mandantName(tx), aktenzeichen, kennzeichen, betreff },
    ...{ kind, reason, stufe, dokumente: found.items.length, sha256, size: size ?? 0, expiresOn },
  };
  return (await inOtherMandant(runner, to(found.toMandantId, weitergabeId), receiveAngebot, input)) ?? undefined;
}

/**
 * Takes over what somebody has accepted: claims it from whoever gives, reads and examines the package, and makes it an Akte.
 * Killed anywhere in between it begins again and makes nothing twice.
 */
async function takeOver(parts: CrossingParts, tx: Transaction, angebotId: string): Promise<Rejection | undefined> {
  const { runner, scratchFolder } = parts;
  const found = await findAngebot(tx, angebotId);
  if (found?.state !== 'uebernahme') return undefined;
  const claim = { weitergabeId: angebotId, comingFrom: tx.mandantId };
  const kept = await inOtherMandant(runner, to(found.fromMandantId, angebotId), claimWeitergabe, claim);
  if (kept) return defer(tx, { angebotId, problem: 'weitergabe.notGiven' });
  return inScratchFolder(scratchFolder, 'weitergabe', async (folder) => {
    const work = () => readPackage(parts, found, folder, tx.clock.today());
    const vorgaenge = await keepAwake(tx, work);
    if (isRejection(vorgaenge)) return refuseOrRetry(tx, angebotId, vorgaenge);
    // In a transaction of its own: what stands against it takes all of it back, and is then told here.
    const context = { mandantId: tx.mandantId, actor: tx.actor, correlationId: angebotId };
    const taken = await keepAwake(tx, () => runner.run(context, takeOverAngebot, { angebotId, vorgaenge }));
    return isRejection(taken) ? refuseOrRetry(tx, angebotId, taken) : undefined;
  });
}

/** A full disk or an examination that cannot be had now says nothing about the package: the job comes again. */
async function refuseOrRetry(tx: Transaction, angebotId: string, refused: Rejection): Promise<Rejection | undefined> {
  if (refused.status >= 500) return refused;
  return defer(tx, { angebotId, problem: 'weitergabe.notReadable' });
}

async function defer(tx: Transaction, input: DeferAngebotInput): Promise<Rejection | undefined> {
  const deferred = await deferAngebot(tx, input);
  return isRejection(deferred) ? deferred : undefined;
}
