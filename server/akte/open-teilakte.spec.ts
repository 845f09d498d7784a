import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { loadVorgang } from './akte.views.js';
import { loadVorgaenge } from './akten.views.js';
import { openTeilakte } from './open-teilakte.js';
import { openVorgang } from './open-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const open = (akteId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, openTeilakte, { akteId, betreff: 'Pläne', ...own });

describe('openTeilakte', () => {
  it('refuses whoever may not open records', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await open(akteId, {}, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Akte', async () => {
    expect(await open(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a paper part without a place, and a place without a paper part', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await open(akteId, { medium: 'papier' })).toMatchObject({ code: 'akte.standortMissing' });
    expect(await open(akteId, { standort: 'Keller' })).toMatchObject({ code: 'akte.standortUseless' });
  });

  it('F3 refuses a Teilakte below which no Vorgang would fit: five levels down to the Dokument', async () => {
    const { akteId } = await openedVorgang(bench);
    const second = done(await open(akteId));
    const third = done(await open(second.akteId));
    expect(await open(third.akteId)).toMatchObject({ code: 'akte.tooDeep' });
    expect(await bench.perform('jana.petersen', openVorgang, { akteId: third.akteId, betreff: 'x' })).toHaveProperty(
      'vorgangId',
    );
  });

  it('F3 opens it at the same position, in the hands of the same unit, with the next number of its Akte', async () => {
    const { akteId, aktenzeichen } = await openedVorgang(bench);
    const input = {
      betreff: 'Gebu\u0308hren',
      bemerkung: 'lose Blätter',
      medium: 'hybrid',
      standort: 'Keller, Regal 3',
    };
    const [first, second] = [done(await open(akteId, input)), done(await open(akteId))];
    const akte = aktenzeichen.slice(0, -3);
    expect([first.aktenzeichen, second.aktenzeichen]).toEqual([`${akte}-T01`, `${akte}-T02`]);
    const [row] = await bench.sql(
      `SELECT t.betreff, t.bemerkung, t.medium, t.standort, t.level,
              t.aktenplaneinheit_id = a.aktenplaneinheit_id AND t.federfuehrung_id = a.federfuehrung_id AS "sameHands"
         FROM akte t JOIN akte a ON a.id = t.parent_id WHERE t.id = $1`,
      [first.akteId],
    );
    expect(row).toEqual({ ...input, betreff: 'Gebühren', level: 2, sameHands: true });
    const page = done(await bench.runner.transaction(bench.system, (tx) => loadVorgaenge(tx, akteId, '', 'all')));
    expect(page.teilakten.map(({ id }) => id)).toEqual([first.akteId, second.akteId]);
    const { vorgangId } = done(await bench.run(openVorgang, { akteId: first.akteId, betreff: 'Bescheid' }));
    const view = done(await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadVorgang(tx, vorgangId)));
    expect(view).toMatchObject({ akte: { id: first.akteId }, akteAbove: [{ id: akteId }] });
    expect(await bench.protokoll(first.akteId)).toMatchObject([{ action: 'akte.openTeilakte' }]);
  });
});
