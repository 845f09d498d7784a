import { reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { deleteLink, linksOf } from './directory.store.js';
import { passwordHashOf } from './identity.queries.js';

/** Ends the connection with an account in a directory; refused where it is the only way in. */
export const unlinkAccount = systemAct(
  'identity.unlinkAccount',
  async (tx, { personId, linkId }: { personId: Id; linkId: Id }) => {
    const link = (await linksOf(tx, personId)).find(({ id }) => id === linkId);
    if (!link) return reject('platform.notFound');
    if ((await passwordHashOf(tx, personId)) === '') return reject('identity.onlyWayIn');
    await deleteLink(tx, link.id);
    tx.protokoll({
      objectKind: 'person',
      objectId: personId,
      payload: {
        issuer: link.issuer,
        text: { de: 'Verbindung mit dem Verzeichnis gelöst', en: 'Connection with the directory ended' },
      },
    });
    return {};
  },
);
