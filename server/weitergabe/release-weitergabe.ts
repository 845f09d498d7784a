import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { factsOf } from './candidates.queries.js';
import { lockOwn } from './lock-own.js';
import { tellAkte } from './protokoll-text.js';
import { akteObstacles, refuseAll } from './weitergabe.js';
import { saveReleased } from './weitergabe.store.js';

const input = z.object({ weitergabeId: z.uuid(), version: z.int() });

/**
 * A second person lets the responsibility go. The rules are asked again with that person's eyes: whoever does not see all of
 * an Akte does not give it away.
 */
export const releaseWeitergabe = act('weitergabe.releaseWeitergabe', input, async (tx, wanted) => {
  const found = await lockOwn(tx, wanted, ['beantragt']);
  if (isRejection(found)) return found;
  const person = personOf(tx);
  if (found.createdById === person.id) return reject('weitergabe.samePerson');
  const facts = await factsOf(tx, found.akteId);
  if (!facts) return reject('platform.notFound');
  const refused = refuseAll(akteObstacles(facts, found.kind));
  if (refused) return refused;
  await saveReleased(tx, found.id, person);
  await tx.enqueue('weitergabe.pack', found.id, { weitergabeId: found.id });
  const { recipient } = found;
  tellAkte(tx, found, {
    de: `Weitergabe der Zuständigkeit an „${recipient}“ freigegeben`,
    en: `Handing the responsibility over to “${recipient}” released`,
  });
  return { version: found.version + 1 };
});
