import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { SchreibenPreview } from '../contract/vorlage-views.js';
import { file, place, question, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { findFassung } from './dokumentvorlage.store.js';
import { typedValues } from './input.js';
import { letterTo, type LetterWish } from './letter.js';
import { loadDokumentvorlage, loadDokumentvorlagen, loadDokumentvorlagenFor } from './vorlage.views.js';

const LIST = {
  q: 'part of the name',
  after: 'name of the last one of the page before',
  vorgang: 'only those that are in use and meant for this Vorgang',
};

export const vorlageRoutes: readonly Route[] = [
  view(
    '/api/vorlagen/dokumente',
    'akte.read',
    async (tx, _values, { q = '', after = null, vorgang }) => {
      if (vorgang === undefined) return loadDokumentvorlagen(tx, { typed: q, after, einheitId: null });
      return isId(vorgang)
        ? loadDokumentvorlagenFor(tx, vorgang, { typed: q, after })
        : reject('platform.invalidInput', { fields: 'vorgang' });
    },
    LIST,
  ),
  view('/api/vorlagen/dokumente/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadDokumentvorlage(tx, id) : reject('platform.notFound');
  }),
  file('/api/vorlagen/dokumente/:id/fassungen/:nummer', 'akte.read', async (tx, values) => {
    const [id, nummer] = [place(values, 'id'), Number(place(values, 'nummer'))];
    const known = isId(id) && Number.isSafeInteger(nummer) && nummer < 2 ** 31;
    return (known && (await findFassung(tx, id, nummer))?.file) || reject('platform.notFound');
  }),
  question(
    '/api/vorlagen/vorschau',
    'dokument.write',
    z.object({
      vorgangId: z.uuid(),
      dokumentvorlageId: z.uuid(),
      beteiligungId: z.uuid().nullable(),
      betreff: z.string().max(500).nullable(),
      typed: typedValues,
    }),
    (tx, { betreff, ...wish }) => preview(tx, wish, betreff),
  ),
];

async function preview(
  tx: Transaction,
  wish: LetterWish,
  betreff: string | null,
): Promise<SchreibenPreview | Rejection> {
  const letter = await letterTo(tx, wish, personOf(tx).id, betreff);
  if (isRejection(letter)) return letter;
  const { vorlage, fassung, merged } = letter;
  const places = merged.map(({ fault, ...rest }) => ({ ...rest, fault: fault ? fault.message : null }));
  return { betreff: letter.betreff, nummer: fassung.nummer, art: vorlage.art, places };
}
