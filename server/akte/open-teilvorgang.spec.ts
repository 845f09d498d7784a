import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { openTeilakte } from './open-teilakte.js';
import { openTeilvorgang } from './open-teilvorgang.js';
import { openVorgang } from './open-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const open = (vorgangId: string, login = 'jana.petersen') =>
  bench.perform(login, openTeilvorgang, { vorgangId, betreff: 'Nachforderung' });

describe('openTeilvorgang', () => {
  it('refuses whoever may not open records', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await open(vorgangId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Vorgang, and one that is z. d. A.', async () => {
    expect(await open(newId())).toMatchObject({ code: 'platform.notFound' });
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    expect(await open(vorgangId)).toMatchObject({ code: 'akte.closed' });
  });

  it('F3 refuses one below which no Dokument would fit, and gives its number back', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    const second = done(await open(vorgangId));
    const third = done(await open(second.vorgangId));
    expect(await open(third.vorgangId)).toMatchObject({ code: 'akte.tooDeep' });
    const teilakte = done(await bench.run(openTeilakte, { akteId, betreff: 'x' }));
    const vorgang = done(await bench.run(openVorgang, { akteId: teilakte.akteId, betreff: 'x' }));
    const teil = done(await open(vorgang.vorgangId));
    expect(await open(teil.vorgangId)).toMatchObject({ code: 'akte.tooDeep' });
    const [row] = await bench.sql(`SELECT last_teilvorgang AS last, level FROM vorgang WHERE id = $1`, [
      teil.vorgangId,
    ]);
    expect(row).toEqual({ last: 0, level: 4 });
  });

  it('F3 gives ten that are opened at once ten numbers below the Vorgang', async () => {
    const { vorgangId, aktenzeichen } = await openedVorgang(bench);
    const opened = await Promise.all(Array.from({ length: 10 }, () => open(vorgangId)));
    const numbers = Array.from({ length: 10 }, (_, index) => `${aktenzeichen}/${String(index + 1).padStart(2, '0')}`);
    expect(opened.map((answer) => done(answer).aktenzeichen).sort()).toEqual(numbers);
  });
});
