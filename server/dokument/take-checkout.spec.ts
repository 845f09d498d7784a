import type { OwnDokumente } from '../contract/dokument-views.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut, checkoutsOf } from '../../test/support/checkouts.js';
import { draftDokument } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { loadOwnDokumente } from './own-dokumente.views.js';
import { takeCheckout } from './take-checkout.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const reason = 'Frist läuft ab';
const takeOver = (dokumentId: string, login = 'helga.brandt', why = reason) =>
  bench.perform(login, takeCheckout, { dokumentId, reason: why });

const ownOf = (login: string): Promise<OwnDokumente> =>
  bench.database.transaction(bench.mandantId, (queries) => loadOwnDokumente(queries, bench.personId(login)));

describe('takeCheckout', () => {
  it.each(['jana.petersen', 'ines.vogt', 'kim.okafor'])('refuses %s, who has not the right to', async (login) => {
    const { dokumentId } = await checkedOut(bench);
    expect(await takeOver(dokumentId, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each(['', 'x', 'x'.repeat(501), 'weil\u202eso'])('refuses the reason %j', async (why) => {
    const { dokumentId } = await checkedOut(bench);
    expect(await takeOver(dokumentId, 'helga.brandt', why)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses what is unknown, what nobody has, and what is theirs already', async () => {
    expect(await takeOver(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await takeOver((await draftDokument(bench)).dokumentId)).toMatchObject({ code: 'dokument.notCheckedOut' });
    const own = await checkedOut(bench, 'helga.brandt');
    expect(await takeOver(own.dokumentId)).toMatchObject({ code: 'dokument.yoursAlready' });
  });

  it('hands it over, and the robbed person sees by whom and why', async () => {
    const { dokumentId, vorgangId } = await checkedOut(bench);
    expect(await takeOver(dokumentId)).toEqual({});
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([
      { login: 'jana.petersen', ending: 'taken', seen: false },
      { login: 'helga.brandt', ending: null },
    ]);
    const { taken, checkedOut: still } = await ownOf('jana.petersen');
    expect(taken.filter((row) => row.dokumentId === dokumentId)).toMatchObject([
      { betreff: 'Bescheid', by: 'Helga Brandt', reason, vorgangId },
    ]);
    expect(still.map((row) => row.dokumentId)).not.toContain(dokumentId);
    expect((await ownOf('helga.brandt')).checkedOut.map((row) => row.dokumentId)).toContain(dokumentId);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.takeCheckout',
      payload: { reason, text: { de: `„Bescheid“ von Jana Petersen übernommen. Grund: ${reason}` } },
    });
  });
});
