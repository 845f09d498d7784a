import { reject } from '../contract/rejections.js';
import { file, place, upload, view, type PathValues, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { versionFile } from './dokument.queries.js';
import { loadOwnDokumente } from './own-dokumente.views.js';
import type { ReceiveUpload } from './receive-upload.js';
import { findUpload } from './upload.store.js';

export function dokumentRoutes(receiveUpload: ReceiveUpload): readonly Route[] {
  return [
    upload('/api/dokumente/uploads', 'dokument.write', receiveUpload),
    view('/api/dokumente/eigene', 'dokument.write', (tx) => loadOwnDokumente(tx, personOf(tx).id)),
    file('/api/dokumente/uploads/:id', 'dokument.write', async (tx, values) => {
      const id = idOf(values);
      return (id && (await findUpload(tx, id, personOf(tx).id))?.file) || reject('platform.notFound');
    }),
    file('/api/dokumente/:id/versionen/:nummer', 'akte.read', async (tx, values) => {
      const [id, nummer] = [idOf(values), Number(place(values, 'nummer'))];
      const known = id !== null && Number.isSafeInteger(nummer) && nummer < 2 ** 31;
      return (known && (await versionFile(tx, id, nummer))) || reject('platform.notFound');
    }),
  ];
}

function idOf(values: PathValues): string | null {
  const id = place(values, 'id');
  return isId(id) ? id : null;
}
