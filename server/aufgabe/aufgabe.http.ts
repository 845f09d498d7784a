import type { AufgabenFirstPage, AufgabenPage } from '../contract/aufgaben-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { loadAufgabe } from './aufgabe.views.js';
import { loadAufgaben, loadMoreAufgaben } from './aufgaben-list.views.js';
import { readQuestion } from './aufgaben-question.js';
import { loadRecipients } from './recipients.views.js';
import { loadSavedFilters } from './saved-filters.views.js';

export const aufgabeRoutes: readonly Route[] = [
  view(
    '/api/aufgaben',
    'aufgabe.work',
    // Said in full: inferred, the type of both would be that of the smaller one, and the description of the API with it.
    async (tx, _values, query): Promise<AufgabenFirstPage | AufgabenPage | Rejection> => {
      const question = readQuestion(query);
      if (isRejection(question)) return question;
      return question.after ? loadMoreAufgaben(tx, question, question.after) : loadAufgaben(tx, question);
    },
    {
      list: 'meine, gruppe, vertretung or wiedervorlage',
      after: '`next` of the page before',
      most: 'rows of a page, 1 to 1000',
      frist: 'only: ueberfaellig, heute, woche or ohne',
      art: 'only these kinds, separated by commas',
      sachgebiet: 'only of Akten of this unit or those below it, by code',
      stelle: 'only of Akten at this position of the Aktenplan or below it',
      betragAb: 'only from this amount on, in cents',
      betragBis: 'only up to this amount, in cents',
      text: 'only with this in the title or in the Aktenzeichen',
    },
  ),
  view('/api/aufgabenfilter', 'aufgabe.work', (tx) => loadSavedFilters(tx)),
  view(
    '/api/aufgaben/:id',
    'aufgabe.work',
    async (tx, values, query) => {
      const id = place(values, 'id');
      if (!isId(id)) return reject('platform.notFound');
      return loadAufgabe(tx, id, query['reading'] === 'ahead' ? 'ahead' : 'opened');
    },
    { reading: '`ahead`: nobody has opened it yet, so that it does not count as read' },
  ),
  view(
    '/api/aufgaben/:id/empfaenger',
    'aufgabe.work',
    async (tx, values, query) => {
      const id = place(values, 'id');
      if (!isId(id)) return reject('platform.notFound');
      return loadRecipients(tx, id, textOf(query['q']), textOf(query['after']));
    },
    { q: 'Beginning of a part of the name', after: '`next` of the page before' },
  ),
];

/** A name that stands twice in an address says nothing. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
