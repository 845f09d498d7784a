import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { acceptedEingang, examinedEingang, forwardedEingang } from '../../test/support/eingaenge.js';
import { versionOf } from '../../test/support/records.js';
import { loadPosteingang } from './posteingang.views.js';
import { refuseEingang } from './refuse-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function refuse(eingangId: string, own: object = {}, login = 'jana.petersen') {
  const version = await versionOf(bench, 'eingang', eingangId);
  return bench.perform(login, refuseEingang, { eingangId, version, reason: 'Gehört zum Haushalt', ...own });
}

async function rowFor(login: string, eingangId: string) {
  const list = done(await bench.runner.transaction(bench.as(login), (tx) => loadPosteingang(tx)));
  return list.items.find(({ id }) => id === eingangId);
}

describe('refuseEingang', () => {
  it('refuses whoever lacks the permission, and whoever it was not given to', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await refuse(eingangId, {}, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await refuse(eingangId, {}, 'deniz.aydin')).toMatchObject({ code: 'platform.notFound' });
    expect(await refuse(eingangId, {}, 'ines.vogt')).toMatchObject({ code: 'posteingang.forwarded' });
  });

  it.each(['', 'x', ' \n ', 'x'.repeat(501), 'x'.repeat(1_000_000), 'a\u0000b\u202e'])(
    'refuses a reason that is none, or that hides something: case %#',
    async (reason) => {
      const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
      expect(await refuse(eingangId, { reason })).toMatchObject({ code: 'platform.invalidInput' });
    },
  );

  it('refuses what nobody has forwarded, and a stale version', async () => {
    expect(await refuse(await examinedEingang(bench), {}, 'ines.vogt')).toMatchObject({
      code: 'posteingang.notForwarded',
    });
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await refuse(eingangId, { version: 1 })).toMatchObject({ code: 'platform.stale' });
  });

  it('F14 brings it back to the list of the sender with the reason, out of sight of the receiver', async () => {
    const offered = await forwardedEingang(bench, { unit: '20.31' });
    const accepted = await acceptedEingang(bench, { login: 'jana.petersen' }, 'jana.petersen');
    for (const eingangId of [offered, accepted]) {
      done(await refuse(eingangId));
      expect(await rowFor('ines.vogt', eingangId)).toMatchObject({
        forwarding: null,
        returned: { from: 'Jana Petersen', reason: 'Gehört zum Haushalt' },
      });
      expect(await rowFor('jana.petersen', eingangId)).toBeUndefined();
      expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({
        action: 'posteingang.refuseEingang',
        actor: bench.personId('jana.petersen'),
        payload: { reason: 'Gehört zum Haushalt' },
      });
    }
  });
});
