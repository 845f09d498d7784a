import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { lockToken, saveRevoked } from './token.store.js';

const input = z.object({ tokenId: z.uuid() });

/** Ends the access of a system at once and for good; its next request is refused. */
export const revokeToken = act('identity.revokeToken', input, async (tx, { tokenId }) => {
  const token = await lockToken(tx, tokenId);
  if (!token) return reject('platform.notFound');
  if (token.revokedAt) return reject('identity.tokenRevoked');
  await saveRevoked(tx, token, tx.clock.now());
  tx.protokoll({
    objectKind: 'person',
    objectId: token.personId,
    payload: { tokenId, text: { de: 'Zugang des Systems widerrufen', en: 'Access of the system revoked' } },
  });
  return { tokenId };
});
