import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { file, place, reading, upload, view, type PathValues, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { versionFile } from './dokument.queries.js';
import { loadOutside, loadPlace } from './outside.views.js';
import { loadOwnDokumente } from './own-dokumente.views.js';
import type { Reader, VersionToRead } from './reading/reader.js';
import { loadRendition, renditionFile, type AskedVersion } from './rendition/rendition.views.js';
import type { ReceiveUpload } from './receive-upload.js';
import { findUpload } from './upload.store.js';

export function dokumentRoutes(receiveUpload: ReceiveUpload, reader: Reader): readonly Route[] {
  return [
    upload('/api/dokumente/uploads', 'dokument.write', receiveUpload),
    view('/api/dokumente', 'dokument.write', (tx, _values, { place: wanted = 'unlinked', after }) =>
      loadOutside(tx, wanted, after),
    ),
    view('/api/dokumente/eigene', 'dokument.write', (tx) => loadOwnDokumente(tx, personOf(tx).id)),
    file('/api/dokumente/uploads/:id', 'dokument.write', async (tx, values) => {
      const id = idOf(values);
      return (id && (await findUpload(tx, id, personOf(tx).id))?.file) || reject('platform.notFound');
    }),
    view('/api/dokumente/:id', 'akte.read', async (tx, values) => {
      const id = idOf(values);
      return id ? loadPlace(tx, id) : reject('platform.notFound');
    }),
    reading(
      '/api/dokumente/:id/versionen/:nummer/eigenschaften',
      'akte.read',
      (tx, values) => versionOf(tx, values, place(values, 'nummer')),
      (version) => reader.facts(version),
    ),
    reading(
      '/api/dokumente/:id/vergleich',
      'akte.read',
      async (tx, values, { alt = '', neu = '' }) => {
        const older = await versionOf(tx, values, alt);
        const newer = await versionOf(tx, values, neu);
        if (isRejection(older)) return older;
        if (isRejection(newer)) return newer;
        return alt === neu ? reject('dokument.sameVersion') : { older, newer };
      },
      ({ older, newer }) => reader.compare(older, newer),
    ),
    view('/api/dokumente/:id/versionen/:nummer/darstellung', 'akte.read', async (tx, values) => {
      const version = await askedVersion(tx, values);
      return isRejection(version) ? version : loadRendition(tx, version);
    }),
    file('/api/dokumente/:id/versionen/:nummer/vorschau', 'akte.read', async (tx, values) => {
      const version = await askedVersion(tx, values);
      return isRejection(version) ? version : ((await renditionFile(tx, version)) ?? reject('platform.notFound'));
    }),
    file('/api/dokumente/:id/versionen/:nummer', 'akte.read', async (tx, values) => {
      const version = await versionOf(tx, values, place(values, 'nummer'));
      return isRejection(version) ? version : version.file;
    }),
  ];
}

async function askedVersion(tx: Transaction, values: PathValues): Promise<AskedVersion | Rejection> {
  const version = await versionOf(tx, values, place(values, 'nummer'));
  return isRejection(version) ? version : { ...version, dokumentId: place(values, 'id') };
}

async function versionOf(tx: Transaction, values: PathValues, text: string): Promise<VersionToRead | Rejection> {
  const [id, nummer] = [idOf(values), Number(text)];
  const known = id !== null && text !== '' && Number.isSafeInteger(nummer) && nummer < 2 ** 31;
  const file = known ? await versionFile(tx, id, nummer) : null;
  return file ? { nummer, file } : reject('platform.notFound');
}

function idOf(values: PathValues): string | null {
  const id = place(values, 'id');
  return isId(id) ? id : null;
}
