import { done } from '../../test/support/closed-vorgang.js';
import {
  givenOf,
  jana,
  openWeitergabeBench,
  order,
  released,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { loadAkte } from '../akte/metadata.views.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { confirmReceipt } from './confirm-receipt.js';
import { recordDownload } from './record-download.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

async function confirm(weitergabeId: string, login = jana, reason = 'Schreiben des Nachbarkreises vom 24.11.2026') {
  const { version } = await stateOf(bench, weitergabeId);
  return bench.perform(login, confirmReceipt, { weitergabeId, version, reason });
}

describe('confirmReceipt', () => {
  it('F13 refuses without the permission, an unknown one, a copy, and a package that is not there or was never fetched', async () => {
    const { akteId } = await someAkte(bench);
    const weitergabeId = await released(bench, akteId);
    expect(await confirm(weitergabeId)).toMatchObject({ code: 'weitergabe.otherState' });
    await bench.work();
    expect(await confirm(weitergabeId, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    const unknown = { weitergabeId: newId(), version: 1, reason: 'warum' };
    expect(await bench.perform(jana, confirmReceipt, unknown)).toMatchObject({ code: 'platform.notFound' });
    expect(await confirm(weitergabeId)).toMatchObject({ code: 'weitergabe.notPickedUp' });
    const copy = done(await order(bench, (await someAkte(bench)).akteId));
    await bench.work();
    expect(await confirm(copy.weitergabeId)).toMatchObject({ code: 'weitergabe.onlyCopy' });
  });

  it('F13 refuses while a Sperre lies on anything in the Akte', async () => {
    const { akteId, vorgangId } = await someAkte(bench);
    const weitergabeId = await released(bench, akteId);
    await bench.work();
    done(await bench.run(recordDownload, { weitergabeId }));
    const sperre = { objectKind: 'vorgang', objectId: vorgangId, reason: 'Klage anhängig' };
    done(await bench.perform('ruth.lindqvist', setSperre, sperre));
    expect(await confirm(weitergabeId)).toMatchObject({ code: 'weitergabe.underSperre' });
  });

  it('F13 moves the responsibility: ours rests, says who has it, and its period goes on', async () => {
    const { akteId, vorgangId } = await someAkte(bench);
    const end = () => bench.sql(`SELECT state, aufbewahrungsende FROM vorgang WHERE id = $1`, [vorgangId]);
    const before = await end();
    const weitergabeId = await released(bench, akteId);
    await bench.work();
    done(await bench.run(recordDownload, { weitergabeId }));
    done(await confirm(weitergabeId));
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'uebernommen', sha256: null });
    expect(await givenOf(bench, akteId)).toEqual({ to: 'Nachbarkreis', on: '2026-11-24' });
    const shown = done(await bench.runner.transaction(bench.as(jana), (tx) => loadAkte(tx, akteId)));
    expect(shown.weitergabe).toEqual({ recipient: 'Nachbarkreis', since: '2026-11-24' });
    expect(shown.history.at(-1)?.de).toContain('Die Zuständigkeit liegt jetzt bei „Nachbarkreis“');
    expect(await bench.perform(jana, openVorgang, { akteId, betreff: 'Neu' })).toMatchObject({
      code: 'weitergabe.given',
    });
    expect(await end()).toEqual(before);
    done(await order(bench, akteId));
  });
});
