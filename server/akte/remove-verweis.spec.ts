import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { addVerweis } from './add-verweis.js';
import { removeVerweis } from './remove-verweis.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const remove = (verweisId: string, login = 'jana.petersen') => bench.perform(login, removeVerweis, { verweisId });

async function added(): Promise<{ akteId: string; verweisId: string }> {
  const { akteId, vorgangId } = await openedVorgang(bench);
  const input = { from: { kind: 'akte', id: akteId }, to: { kind: 'vorgang', id: vorgangId }, bemerkung: '' };
  return { akteId, ...done(await bench.perform('jana.petersen', addVerweis, input)) };
}

describe('removeVerweis', () => {
  it('refuses whoever may not edit records', async () => {
    expect(await remove((await added()).verweisId, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses one that is not there, or no longer', async () => {
    expect(await remove(newId())).toMatchObject({ code: 'platform.notFound' });
    const { verweisId } = await added();
    done(await remove(verweisId));
    expect(await remove(verweisId)).toMatchObject({ code: 'platform.notFound' });
  });

  it('takes it away and keeps in the Protokoll that it was there', async () => {
    const { akteId, verweisId } = await added();
    done(await remove(verweisId));
    expect(await bench.sql(`SELECT 1 FROM verweis WHERE id = $1`, [verweisId])).toEqual([]);
    expect((await bench.protokoll(akteId)).map(({ action }) => action)).toEqual([
      'akte.openAkte',
      'akte.addVerweis',
      'akte.removeVerweis',
    ]);
  });
});
