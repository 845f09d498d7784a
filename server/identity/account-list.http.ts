import type { AccountList } from '../contract/account-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { view, type Route } from '../platform/http/routes.js';
import { listAccounts } from './second-factor.store.js';

const PAGE = 100;

/** People for the administration, by name, with how they sign in. */
export const accountListRoutes: readonly Route[] = [
  view(
    '/api/accounts',
    'identity.resetSecondFactor',
    async (tx, _values, query): Promise<AccountList | Rejection> => {
      const after = readPlace(query['before']);
      if (after === undefined) return reject('platform.invalidInput', { fields: 'before' });
      const rows = await listAccounts(tx, {
        after,
        words: (query['q'] ?? '').normalize('NFC').trim(),
        limit: PAGE + 1,
      });
      const items = rows.slice(0, PAGE).map(({ since, ...row }) => ({
        ...{ ...row, roles: [...row.roles] },
        secondFactorSince: since?.toISOString() ?? null,
      }));
      const last = items.at(-1);
      return { items, next: rows.length > PAGE && last ? `${last.id}${last.name}` : null };
    },
    { q: 'Part of the name', before: '`next` of the page before' },
  ),
];

/** A place is id and name of the last row; null: the beginning; undefined: no place. */
function readPlace(text: string | undefined): readonly [string, string] | null | undefined {
  if (text === undefined || text === '') return null;
  const id = text.slice(0, 36);
  return isId(id) ? [text.slice(36), id] : undefined;
}
