import { z } from 'zod';
import type { Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { mandantName } from '../identity/identity.queries.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import type { Act } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { Transaction } from '../platform/transaction.js';
import { closeErsuchen } from './close-ersuchen.js';
import { findErsuchen, removeTravelling, travellingOf } from './ersuchen.store.js';
import type { AboutAsked } from './lock-asked.js';
import { receiveErsuchen } from './receive-ersuchen.js';
import { recordAcceptance } from './record-acceptance.js';
import { recordAnswer } from './record-answer.js';
import { recordRefusal } from './record-refusal.js';

const sendPayload = z.object({ ersuchenId: z.uuid() });
const acceptPayload = z.object({ ersuchenId: z.uuid(), toMandantId: z.uuid() });
const reasonPayload = acceptPayload.extend({ reason: z.string() });
const answerPayload = acceptPayload.extend({ answer: z.string() });

/**
 * What goes from one Mandant to the other, each step once it is certain on the side where it begins. A step that is done twice
 * finds its own work; none holds a row of its own while it is on the other side.
 */
export function ersuchenHandlers(runner: ActRunner): Readonly<Record<string, OutboxHandler>> {
  const tell = async <Input extends AboutAsked>(mandantId: Id, act: Act<Input, object>, input: Input) => {
    const crossing = { mandantId, correlationId: input.ersuchenId };
    return (await inOtherMandant(runner, crossing, act, input)) ?? undefined;
  };
  return {
    'ersuchen.send': async (tx, payload) => send(runner, tx, sendPayload.parse(payload).ersuchenId),
    'ersuchen.close': async (tx, payload) => {
      const { toMandantId, ...about } = reasonPayload.parse(payload);
      return tell(toMandantId, closeErsuchen, { ...about, comingFrom: tx.mandantId });
    },
    'ersuchen.accept': async (tx, payload) => {
      const { toMandantId, ...about } = acceptPayload.parse(payload);
      return tell(toMandantId, recordAcceptance, { ...about, comingFrom: tx.mandantId });
    },
    'ersuchen.refuse': async (tx, payload) => {
      const { toMandantId, ...about } = reasonPayload.parse(payload);
      return tell(toMandantId, recordRefusal, { ...about, comingFrom: tx.mandantId });
    },
    'ersuchen.answer': async (tx, payload) => {
      const { toMandantId, ...about } = answerPayload.parse(payload);
      const dokumente = await travellingOf(tx, about.ersuchenId);
      // It has arrived already, and only the mark of the job was lost.
      if (dokumente.length === 0) return undefined;
      const answeredBy = (await findErsuchen(tx, about.ersuchenId))?.endedBy;
      if (!answeredBy) throw new Error(`nobody has answered ${about.ersuchenId}`);
      const signed = { ...about, answeredBy, dokumente };
      const refused = await tell(toMandantId, recordAnswer, { ...signed, comingFrom: tx.mandantId });
      if (!refused) await removeTravelling(tx, about.ersuchenId);
      return refused;
    },
  };
}

/** What was taken back meanwhile is not brought any more. */
async function send(runner: ActRunner, tx: Transaction, ersuchenId: string): Promise<Rejection | undefined> {
  const found = await findErsuchen(tx, ersuchenId);
  if (found?.state !== 'offen' || found.direction !== 'gestellt') return undefined;
  const { betreff, question, frist, stufe, otherMandantId: mandantId } = found;
  const input = {
    ...{ id: ersuchenId, comingFrom: tx.mandantId, fromName: await mandantName(tx), betreff, question, frist, stufe },
    dokumente: await travellingOf(tx, ersuchenId),
  };
  const crossing = { mandantId, correlationId: ersuchenId };
  return (await inOtherMandant(runner, crossing, receiveErsuchen, input)) ?? undefined;
}
