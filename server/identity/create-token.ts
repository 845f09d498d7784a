import { z } from 'zod';
import { PERMISSIONS, ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { reject, type Rejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { insertToken, systemNameTaken, unitExists } from './token.store.js';
import { hashToken, LONGEST_DAYS, scopesOutOfReach, TOKEN } from './token.js';

const DAY = 86_400_000;
const roles = Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]];

const input = z.object({
  // Letters of all of Europe (DIN 91379), no control or direction characters: it stands in the Protokoll.
  name: z
    .string()
    .normalize()
    .trim()
    .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u)
    .min(3)
    .max(80),
  unitId: z.uuid(),
  roles: z.array(z.enum(roles)).min(1),
  scopes: z.array(z.enum(PERMISSIONS)).min(1),
  expiresOn: z.iso.date(),
  token: z.string().regex(TOKEN),
});

/**
 * Gives another system access to the API. Whoever creates the token makes it and shows it to the system; here only its
 * hash is kept, so that nobody can read it later.
 */
export const createToken = act('identity.createToken', input, async (tx, wanted) => {
  const days = (Date.parse(wanted.expiresOn) - Date.parse(tx.clock.today())) / DAY;
  const beyond = scopesOutOfReach(wanted.scopes, wanted.roles);
  const reasons: Rejection[] = [
    ...(days >= 0 && days <= LONGEST_DAYS ? [] : [reject('identity.tokenExpiry', { found: wanted.expiresOn })]),
    ...(beyond.length === 0 ? [] : [reject('identity.tokenScopes', { scopes: beyond.join(', ') })]),
    ...((await unitExists(tx, wanted.unitId)) ? [] : [reject('identity.tokenUnit')]),
    ...((await systemNameTaken(tx, wanted.name)) ? [reject('identity.tokenName', { name: wanted.name })] : []),
  ];
  if (reasons.length > 0) return reject('identity.tokenRefused', {}, reasons);
  const ids = { id: newId(), personId: newId() };
  await insertToken(tx, tx.mandantId, {
    ...ids,
    name: wanted.name,
    unitId: wanted.unitId,
    roles: [...new Set(wanted.roles)],
    scopes: [...new Set(wanted.scopes)],
    hash: hashToken(wanted.token),
    expiresOn: wanted.expiresOn,
    createdAt: tx.clock.now(),
    createdBy: personOf(tx).id,
  });
  tx.protokoll({
    objectKind: 'person',
    objectId: ids.personId,
    payload: {
      tokenId: ids.id,
      scopes: wanted.scopes,
      roles: wanted.roles,
      expiresOn: wanted.expiresOn,
      text: {
        de: `Zugang für das System „${wanted.name}“ angelegt, gültig bis ${wanted.expiresOn}`,
        en: `Access for the system “${wanted.name}” created, valid until ${wanted.expiresOn}`,
      },
    },
  });
  return { tokenId: ids.id };
});
