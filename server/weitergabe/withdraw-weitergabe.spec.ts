import { done } from '../../test/support/closed-vorgang.js';
import {
  givenOf,
  jana,
  openWeitergabeBench,
  order,
  ruth,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { newId } from '../platform/ids.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const withdraw = (login: string, weitergabeId: string, version: number, reason = 'Irrtum') =>
  bench.perform(login, withdrawWeitergabe, { weitergabeId, version, reason });

describe('withdrawWeitergabe', () => {
  it('F13 refuses without the permission, an unknown one, an old version, no reason, and what has ended', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    expect(await withdraw('kim.okafor', weitergabeId, 1)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await withdraw(jana, newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await withdraw(jana, weitergabeId, 9)).toMatchObject({ code: 'platform.stale' });
    expect(await withdraw(jana, weitergabeId, 1, ' ')).toMatchObject({ code: 'platform.invalidInput' });
    done(await withdraw(jana, weitergabeId, 1));
    expect(await withdraw(jana, weitergabeId, 2)).toMatchObject({ code: 'weitergabe.otherState' });
  });

  it('F13 turns a request down: the Akte is worked in again', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId, { kind: 'zustaendigkeit' }));
    done(await withdraw(ruth, weitergabeId, 1, 'Wir bleiben zuständig'));
    expect(await givenOf(bench, akteId)).toEqual({ to: null, on: null });
    done(await bench.perform(jana, openVorgang, { akteId, betreff: 'Weiter' }));
    expect((await bench.protokoll(akteId)).map(({ action }) => action)).toContain('weitergabe.withdrawWeitergabe');
  });

  it('F13 lets the bytes of a finished package go at once', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    await bench.work();
    const ready = await stateOf(bench, weitergabeId);
    expect(ready).toMatchObject({ state: 'bereit', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    done(await withdraw(jana, weitergabeId, ready.version));
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'zurueckgezogen', sha256: null });
  });
});
