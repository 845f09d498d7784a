import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { hashPassword } from '../identity/password.js';
import { act } from '../platform/act.js';
import { lockOwn } from './lock-own.js';
import { pickupCode } from './pickup-secrets.js';
import { tellAkte } from './protokoll-text.js';
import { OPEN_STATES } from './weitergabe.js';
import { saveCode } from './weitergabe.store.js';

const input = z.object({ weitergabeId: z.uuid(), version: z.int(), code: pickupCode });

/** Another code for the same link, where the first one got lost or into wrong hands. The first one is dead at once. */
export const renewCode = act('weitergabe.renewCode', input, async (tx, wanted) => {
  const found = await lockOwn(tx, wanted, OPEN_STATES);
  if (isRejection(found)) return found;
  if (found.toMandantId !== null) return reject('weitergabe.noLink');
  await saveCode(tx, found.id, await hashPassword(wanted.code));
  const { recipient } = found;
  tellAkte(tx, found, {
    de: `Code für die Abholung durch „${recipient}“ erneuert`,
    en: `Code for “${recipient}” to fetch the package renewed`,
  });
  return { version: found.version + 1 };
});
