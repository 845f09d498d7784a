import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { closeZdA } from './close-zda.js';
import { reopenVorgang } from './reopen-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const reason = 'Widerspruch vom 20.11.2026';

/** An open Vorgang that could be closed. */
async function open(): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  await addedDokument(bench, vorgangId);
  return vorgangId;
}

async function close(vorgangId: string) {
  const version = await versionOf(bench, 'vorgang', vorgangId);
  return bench.perform('jana.petersen', closeZdA, { vorgangId, version });
}

async function closed(): Promise<string> {
  const vorgangId = await open();
  expect(await close(vorgangId)).toHaveProperty('zdaDate');
  return vorgangId;
}

async function reopen(vorgangId: string, own: object = {}, login = 'helga.brandt') {
  const version = await versionOf(bench, 'vorgang', vorgangId);
  return bench.perform(login, reopenVorgang, { vorgangId, version, reason, ...own });
}

const vorgang = async (vorgangId: string) => {
  const [row] = await bench.sql(
    `SELECT state, zda_date AS day, laufzeit_ende AS until, aufbewahrungsende AS kept FROM vorgang WHERE id = $1`,
    [vorgangId],
  );
  return row;
};

describe('F5 reopenVorgang', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'amir.rakimov', 'kim.okafor'])(
    'refuses %s, who is not of the Registratur',
    async (login) => {
      expect(await reopen(await closed(), {}, login)).toMatchObject({ code: 'identity.notPermitted' });
    },
  );

  it.each(['', '   ', 'x'.repeat(501)])('refuses a missing or endless reason', async (bad) => {
    const vorgangId = await closed();
    expect(await reopen(vorgangId, { reason: bad })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await vorgang(vorgangId)).toMatchObject({ state: 'zdA' });
  });

  it('refuses an unknown Vorgang', async () => {
    const answer = await bench.perform('helga.brandt', reopenVorgang, { vorgangId: newId(), version: 1, reason });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version', async () => {
    expect(await reopen(await closed(), { version: 1 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses a Vorgang that is open', async () => {
    expect(await reopen(await open())).toMatchObject({ code: 'akte.notClosed' });
  });

  it('refuses what the archive has taken over', async () => {
    const vorgangId = await closed();
    await bench.sql(`UPDATE vorgang SET state = 'abgegeben' WHERE id = $1`, [vorgangId]);
    expect(await reopen(vorgangId)).toMatchObject({ code: 'akte.handedOver' });
  });

  it('opens it again, ends its Aufbewahrungsfrist, and writes both into the Protokoll', async () => {
    const vorgangId = await closed();
    expect(await reopen(vorgangId)).toEqual({ version: await versionOf(bench, 'vorgang', vorgangId) });
    expect(await vorgang(vorgangId)).toEqual({ state: 'offen', day: null, until: null, kept: null });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akte.reopenVorgang',
      actor: bench.personId('helga.brandt'),
      payload: {
        reason,
        zdaDate: '2026-11-24',
        text: { de: `Wieder geöffnet, z. d. A. seit 24.11.2026. Grund: ${reason}` },
      },
    });
  });

  it('lets it take Dokumente and go z. d. A. once more, with a period that counts anew', async () => {
    const vorgangId = await closed();
    await reopen(vorgangId);
    await addedDokument(bench, vorgangId, { betreff: 'Widerspruch' });
    expect(await close(vorgangId)).toEqual({ zdaDate: '2026-11-24', aufbewahrungsende: '2036-12-31' });
  });
});
