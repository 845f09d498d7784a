import { z } from 'zod';
import { lockWholeAkte, refuseGivenAkte, saveGiven } from '../akte/given.queries.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { WeitergabeRecipient } from '../contract/acts/weitergabe.js';
import { hashPassword } from '../identity/password.js';
import { act } from '../platform/act.js';
import { startOfDay } from '../platform/clock.js';
import { dayAfter } from '../contract/days.js';
import { otherMandanten } from '../mandant/other-mandanten.queries.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { lineOfText, reason } from '../platform/typed-text.js';
import { candidatesOf, factsOf } from './candidates.queries.js';
import { hashPickupToken, pickupCode, pickupToken } from './pickup-secrets.js';
import { tellAkte } from './protokoll-text.js';
import { orderedText } from './texts.js';
import { akteObstacles, highestStufe, MOST, refuseAll, selectDokumente, type Candidate } from './weitergabe.js';
import { insertWeitergabe, type StoredRecipient, type WeitergabeItem } from './weitergabe.store.js';

const input = z.object({
  akteId: z.uuid(),
  kind: z.enum(['kopie', 'zustaendigkeit']),
  to: z.discriminatedUnion('kind', [
    z.object({
      ...{ kind: z.literal('aussen'), recipient: lineOfText(200), token: pickupToken, code: pickupCode },
      downloads: z.int().min(1).max(20),
    }),
    z.object({ kind: z.literal('mandant'), mandantId: z.uuid() }),
  ]),
  dokumentIds: z.array(z.uuid()).min(1).max(MOST.dokumente).nullable(),
  reason,
  days: z.int().min(1).max(90),
});

/**
 * Orders that Dokumente of an Akte go to somebody else. They are fixed now, with version and hash. A copy is packed at once;
 * for the responsibility a second person has to release it, and from now on the Akte rests, so that what is taken over is
 * what was handed over.
 */
export const orderWeitergabe = act('weitergabe.orderWeitergabe', input, async (tx, wanted) => {
  const { akteId, kind } = wanted;
  await tx.requireRight('work', 'akte', akteId);
  if (kind === 'zustaendigkeit') await tx.asSystem((all) => lockWholeAkte(all, akteId));
  const facts = await factsOf(tx, akteId);
  if (!facts) return reject('platform.notFound');
  const given = kind === 'zustaendigkeit' ? await refuseGivenAkte(tx, akteId) : null;
  if (given) return given;
  const person = personOf(tx);
  const candidates = await candidatesOf(tx, akteId, person.id);
  const { going, obstacles } = selectDokumente(candidates, wanted.dokumentIds, kind, wanted.to.kind);
  const refused = refuseAll([...akteObstacles(facts, kind), ...obstacles]);
  if (refused) return refused;
  const to = await recipientOf(tx, wanted.to);
  if (isRejection(to)) return to;
  const id = newId();
  const expiresOn = dayAfter(tx.clock.today(), wanted.days);
  const stufe = highestStufe(going.map((each) => each.stufe));
  const inserted = await insertWeitergabe(tx, {
    ...{ id, mandantId: tx.mandantId, akteId, kind, to: to.stored, recipient: to.name, reason: wanted.reason, stufe },
    items: going.map(itemOf),
    state: kind === 'kopie' ? 'wartet' : 'beantragt',
    ...{ at: tx.clock.now(), by: person, expiresOn },
  });
  if (!inserted) return reject('weitergabe.tokenTaken');
  if (kind === 'zustaendigkeit') {
    await tx.asSystem((all) => saveGiven(all, akteId, { recipient: to.name, since: null }));
  } else {
    await tx.enqueue('weitergabe.pack', id, { weitergabeId: id });
  }
  await tx.enqueue('weitergabe.expire', id, { weitergabeId: id }, startOfDay(dayAfter(expiresOn, 1)));
  tellAkte(tx, { id, akteId }, orderedText(kind, to.name, going.length, wanted.reason), {
    ...{ kind, recipient: to.name, stufe, expiresOn, reason: wanted.reason },
    dokumente: going.map(({ id: dokumentId, version, sha256 }) => ({ dokumentId, version, sha256 })),
  });
  return { weitergabeId: id, version: 1 };
});

async function recipientOf(
  tx: Transaction,
  to: WeitergabeRecipient,
): Promise<{ stored: StoredRecipient; name: string } | Rejection> {
  if (to.kind === 'aussen') {
    const codeHash = await hashPassword(to.code);
    return {
      stored: { tokenHash: hashPickupToken(to.token), codeHash, mostDownloads: to.downloads },
      name: to.recipient,
    };
  }
  const mandantId = to.mandantId.toLowerCase();
  const other = (await otherMandanten(tx)).find(({ id }) => id === mandantId);
  return other ? { stored: { toMandantId: other.id }, name: other.name } : reject('weitergabe.unknownMandant');
}

function itemOf({ place: _place, state: _state, editor: _editor, stufe: _stufe, ...item }: Candidate): WeitergabeItem {
  return item;
}
