import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { acceptedEingang, examinedEingang, forwardedEingang } from '../../test/support/eingaenge.js';
import { versionOf } from '../../test/support/records.js';
import { loadPosteingang } from './posteingang.views.js';
import { recallEingang } from './recall-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function recall(eingangId: string, login = 'ines.vogt', version?: number) {
  const known = version ?? (await versionOf(bench, 'eingang', eingangId));
  return bench.perform(login, recallEingang, { eingangId, version: known });
}

describe('recallEingang', () => {
  it('refuses the receiver: whoever sends it back says why', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await recall(eingangId, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses what is accepted, what nobody has forwarded, and a stale version', async () => {
    const accepted = await acceptedEingang(bench, { login: 'jana.petersen' }, 'jana.petersen');
    expect(await recall(accepted)).toMatchObject({ code: 'posteingang.accepted' });
    expect(await recall(await examinedEingang(bench))).toMatchObject({ code: 'posteingang.notForwarded' });
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await recall(eingangId, 'ines.vogt', 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('brings it back to the desk, out of sight of the receiver', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    done(await recall(eingangId, 'helga.brandt'));
    const listed = async (login: string) =>
      done(await bench.runner.transaction(bench.as(login), (tx) => loadPosteingang(tx))).items.find(
        ({ id }) => id === eingangId,
      );
    expect(await listed('ines.vogt')).toMatchObject({ forwarding: null, returned: null });
    expect(await listed('jana.petersen')).toBeUndefined();
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({ action: 'posteingang.recallEingang' });
  });
});
