import type { JsonObject } from '../../../server/workflow/embedded/json.js';

/** A FEEL expression as it stands in a model, without the leading `=`. */
export type Written = string;

/** What every expression can see. `fehlt` is not among them on purpose. */
export const variables: JsonObject = {
  a: 7,
  b: -3,
  x: 2.5,
  t: true,
  f: false,
  n: null,
  name: 'Akte',
  tag: '2026-11-03',
  liste: [1, 2, 3],
  texte: ['b', 'a', 'c'],
  person: { name: 'Jana', alter: 40, adresse: { ort: 'Musterstadt' } },
  positionen: [
    { preis: 100, art: 'a' },
    { preis: 250, art: 'b' },
  ],
  gross: 9007199254740991,
  bruch: 0.1,
};
