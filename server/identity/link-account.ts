import { reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { insertLink, lockAccount, linksOf } from './directory.store.js';

export interface LinkedAccount {
  readonly personId: Id;
  readonly issuer: string;
  readonly subject: string;
  /** As the house calls the directory. */
  readonly name: string;
}

/** Connects the account of a signed-in person with the one in a directory to which they have just signed in. */
export const linkAccount = systemAct('identity.linkAccount', async (tx, account: LinkedAccount) => {
  const { personId, issuer, subject, name } = account;
  const known = await lockAccount(tx, issuer, subject);
  if (known && known.personId !== personId) return reject('identity.accountTaken');
  const links = await linksOf(tx, personId);
  if (links.some((link) => link.issuer === issuer)) return reject('identity.accountLinked');
  await insertLink(tx, tx.mandantId, personId, { id: newId(), issuer, subject, since: tx.clock.now() });
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      issuer,
      text: { de: `Konto mit „${name}“ verbunden`, en: `Account connected with “${name}”` },
    },
  });
  return {};
});
