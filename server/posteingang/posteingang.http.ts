import { safeName } from '../../connectors/api/safe-name.js';
import { isRejection, reject } from '../contract/rejections.js';
import { isId, newId } from '../platform/ids.js';
import { file, place, upload, view, type PathValues, type Route } from '../platform/http/routes.js';
import { personOf } from '../platform/transaction.js';
import { loadCertain } from './certain.views.js';
import { findReceivers } from './forwarding.store.js';
import { loadHitRate } from './hit-rate.views.js';
import type { Intake } from './intake.js';
import { eingangFile, loadEingang, loadPosteingang, loadReceipts } from './posteingang.views.js';

export function posteingangRoutes(intake: Intake): readonly Route[] {
  return [
    view('/api/posteingang', 'posteingang.read', (tx) => loadPosteingang(tx)),
    view('/api/posteingang/certain', 'posteingang.assign', async (tx) => ({ count: (await loadCertain(tx)).length })),
    view('/api/posteingang/receipts', 'posteingang.read', (tx) => loadReceipts(tx)),
    view('/api/posteingang/hit-rate', 'posteingang.read', (tx) => loadHitRate(tx, tx.clock.today())),
    view(
      '/api/posteingang/receivers',
      'posteingang.assign',
      async (tx, _values, { q = '' }) => ({ items: await findReceivers(tx, q.slice(0, 200)), next: null }),
      { q: 'Part of the name of a person or a unit' },
    ),
    view('/api/posteingang/:id', 'posteingang.read', async (tx, values) => {
      const id = idOf(values);
      return id ? loadEingang(tx, id, tx.clock.today()) : reject('platform.notFound');
    }),
    file('/api/posteingang/:id/original', 'posteingang.read', async (tx, values) => {
      const id = idOf(values);
      return id ? eingangFile(tx, id, null) : reject('platform.notFound');
    }),
    file('/api/posteingang/:id/teile/:position', 'posteingang.read', async (tx, values) => {
      const id = idOf(values);
      return id ? eingangFile(tx, id, Number(place(values, 'position'))) : reject('platform.notFound');
    }),
    upload('/api/posteingang', 'posteingang.receive', async (context, { name, bytes, idempotencyKey }) => {
      const fileName = safeName(name, 'Unbenannt');
      const sourceKey = idempotencyKey === null ? newId() : `${personOf(context).id}/${idempotencyKey}`;
      const item = { channel: 'upload', sourceKey, fileName, open: () => bytes } as const;
      const received = await intake(context, item);
      if (isRejection(received)) return received;
      return { eingangId: received.eingangId, duplicate: received.duplicateOf !== null };
    }),
  ];
}

function idOf(values: PathValues): string | null {
  const id = place(values, 'id');
  return isId(id) ? id : null;
}
