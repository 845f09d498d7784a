import { createHash } from 'node:crypto';
import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { lineOfText, optionalLine } from '../platform/typed-text.js';
import { INVITATION_MILLISECONDS } from './mandant.js';
import { insertFirstPerson, insertFirstRule, insertInvitation, insertMandant } from './mandant.store.js';

/** What the shared administration says about a new Mandant. */
export const newMandantSchema = z.object({
  name: lineOfText(120, 2),
  code: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  behoerdenschluessel: z.string().regex(/^[0-9A-Za-z.-]{1,30}$/),
  letterhead: z.object({
    street: optionalLine(120),
    place: optionalLine(120),
    phone: optionalLine(60),
    mail: optionalLine(120),
  }),
  unit: z.object({ code: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/), name: lineOfText(120, 2) }),
  administrator: z.object({ login: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,60}$/), name: lineOfText(80, 3) }),
});

export interface CreateMandantInput extends z.infer<typeof newMandantSchema> {
  /** 256 random bits, which go to the first administrator; only their hash is kept. */
  readonly token: string;
}

/**
 * Makes a Mandant out of nothing: its first unit, and a first person who administers it and keeps its Registratur, so that
 * the Aktenplan, the rights and the accounts can come from inside. It runs in a transaction of the new Mandant, whose
 * Protokoll begins with it.
 */
export const createMandant = systemAct('mandant.createMandant', async (tx, input: CreateMandantInput) => {
  const createdAt = tx.clock.now();
  const { code, administrator, unit } = input;
  const { name, behoerdenschluessel, letterhead } = input;
  const made = await insertMandant(tx, { id: tx.mandantId, name, code, behoerdenschluessel, letterhead, createdAt });
  if (!made) return reject('mandant.codeTaken', { code });
  const personId = newId();
  const admitted = await insertFirstPerson(tx, {
    ...{ mandantId: tx.mandantId, id: personId, ...administrator, unit: { id: newId(), ...unit } },
    roles: ['administration', 'registratur'],
  });
  if (!admitted) return reject('mandant.loginTaken', { login: administrator.login, code });
  await insertFirstRule(tx, tx.mandantId, newId(), createdAt);
  const expiresAt = new Date(createdAt.getTime() + INVITATION_MILLISECONDS);
  const tokenHash = createHash('sha256').update(input.token).digest();
  await insertInvitation(tx, { id: newId(), mandantId: tx.mandantId, personId, tokenHash, createdAt, expiresAt });
  tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { code, name, administrator } });
  return { mandantId: tx.mandantId, expiresAt };
});
