import { reject } from '../contract/rejections.js';
import { peoplePlace } from '../identity/people-place.js';
import { view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadDistribution, loadWorkload } from './distribution.views.js';

export const distributionRoutes: readonly Route[] = [
  view(
    '/api/verteilung',
    'aufgabe.distribute',
    async (tx, _values, { q = '', with: lyingWith = '', after = '' }) => {
      if (after !== '' && !isId(after)) return reject('platform.invalidInput', { fields: 'after' });
      if (!['', 'group'].includes(lyingWith) && !isId(lyingWith)) {
        return reject('platform.invalidInput', { fields: 'with' });
      }
      const filter = { words: q.normalize('NFC').trim(), lyingWith: lyingWith || null };
      return loadDistribution(tx, filter, after || null);
    },
    {
      q: 'Part of title or Aktenzeichen',
      with: 'Id of whom it lies with, or group for what nobody has taken',
      after: '`next` of the page before',
    },
  ),
  view(
    '/api/verteilung/personen',
    'aufgabe.distribute',
    async (tx, _values, { q = '', after = '' }) => {
      const from = peoplePlace(after);
      if (from === undefined) return reject('platform.invalidInput', { fields: 'after' });
      return loadWorkload(tx, q.normalize('NFC').trim(), from);
    },
    { q: 'Part of the name', after: '`next` of the page before' },
  ),
];
