import { reject, type Rejection } from '../contract/rejections.js';
import { versionFile } from '../dokument/dokument.queries.js';
import {
  download,
  place,
  reading,
  view,
  type PathValues,
  type Route,
  type StoredFile,
} from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { refuseKind } from './redactable.js';
import type { Redactor } from './redactor.js';
import { loadSchwaerzung } from './schwaerzung.views.js';

export function schwaerzungRoutes(redactor: Redactor): readonly Route[] {
  return [
    view('/api/dokumente/:id/schwaerzung', 'dokument.write', async (tx, values) => {
      const id = place(values, 'id');
      return isId(id) ? loadSchwaerzung(tx, id) : reject('platform.notFound');
    }),
    reading('/api/dokumente/:id/versionen/:nummer/woerter', 'dokument.write', redactableFile, (file) =>
      redactor.words(file),
    ),
    download('/api/dokumente/:id/versionen/:nummer/seiten', 'dokument.write', async (tx, values) => {
      const file = await redactableFile(tx, values);
      if ('code' in file) return file;
      return { name: 'Seiten.pdf', mime: 'application/pdf', pieces: redactor.pages(file) };
    }),
  ];
}

async function redactableFile(tx: Transaction, values: PathValues): Promise<StoredFile | Rejection> {
  const [id, nummer] = [place(values, 'id'), Number(place(values, 'nummer'))];
  const known = isId(id) && Number.isSafeInteger(nummer) && nummer > 0 && nummer < 2 ** 31;
  const file = known ? await versionFile(tx, id, nummer) : null;
  return file ? (refuseKind(file) ?? file) : reject('platform.notFound');
}
