import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { markedLetter, someMark } from '../../test/support/schwaerzungen.js';
import { newId } from '../platform/ids.js';
import { discardEntwurf } from './discard-entwurf.js';
import { saveEntwurf } from './save-entwurf.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('discardEntwurf', () => {
  it('refuses without dokument.write, an unknown draft, a stale version and a second time', async () => {
    const { schwaerzungId, version } = await markedLetter(bench);
    const drop = (login: string, input: object) =>
      bench.perform(login, discardEntwurf, { schwaerzungId, version, ...input });
    expect(await drop('kim.okafor', {})).toMatchObject({ code: 'identity.notPermitted' });
    expect(await drop('jana.petersen', { schwaerzungId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await drop('jana.petersen', { version: 9 })).toMatchObject({ code: 'platform.stale' });
    done(await drop('jana.petersen', {}));
    expect(await drop('jana.petersen', {})).toMatchObject({ code: 'schwaerzung.notDraft' });
  });

  it('leaves room for new marks', async () => {
    const { dokumentId, schwaerzungId, version } = await markedLetter(bench);
    done(await bench.perform('jana.petersen', discardEntwurf, { schwaerzungId, version }));
    const again = { dokumentId, nummer: 1, version: 0, marks: [someMark()] };
    expect(done(await bench.perform('jana.petersen', saveEntwurf, again)).version).toBe(1);
    expect((await bench.protokoll(dokumentId)).map(({ action }) => action)).toEqual([
      'schwaerzung.saveEntwurf',
      'schwaerzung.discardEntwurf',
      'schwaerzung.saveEntwurf',
    ]);
  });
});
