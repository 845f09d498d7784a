import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { orderedPackage } from '../../test/support/akteneinsichten.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { cancelAkteneinsicht } from './cancel-akteneinsicht.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('cancelAkteneinsicht', () => {
  it('refuses without dokument.write, an unknown package, and one that has ended', async () => {
    const { akteneinsichtId } = await orderedPackage(bench);
    const cancel = (login: string, id = akteneinsichtId) =>
      bench.perform(login, cancelAkteneinsicht, { akteneinsichtId: id });
    expect(await cancel('kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await cancel('jana.petersen', newId())).toMatchObject({ code: 'platform.notFound' });
    done(await cancel('jana.petersen'));
    expect(await cancel('jana.petersen')).toMatchObject({ code: 'akteneinsicht.ended' });
  });

  it('tells the Protokoll of the Vorgang', async () => {
    const { akteneinsichtId, vorgangId } = await orderedPackage(bench);
    done(await bench.perform('jana.petersen', cancelAkteneinsicht, { akteneinsichtId }));
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akteneinsicht.cancelAkteneinsicht',
      payload: { akteneinsichtId },
    });
  });
});
