import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { addVerweis } from './add-verweis.js';
import { loadAkte, loadVorgangMetadata } from './metadata.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const akte = (id: string) => ({ kind: 'akte', id });
const vorgang = (id: string) => ({ kind: 'vorgang', id });
const add = (from: object, to: object, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, addVerweis, { from, to, bemerkung: 'gleiche Firma', ...own });

describe('addVerweis', () => {
  it('refuses whoever may not edit records', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    expect(await add(akte(akteId), vorgang(vorgangId), {}, 'ines.vogt')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses a record that is not there, on either side, and of the wrong kind', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    for (const [from, to] of [
      [akte(akteId), akte(newId())],
      [vorgang(newId()), akte(akteId)],
      [akte(vorgangId), akte(akteId)],
    ] as const) {
      expect(await add(from, to)).toMatchObject({ code: 'platform.notFound' });
    }
  });

  it('refuses a reference to itself, and the same one twice', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    expect(await add(akte(akteId), akte(akteId))).toMatchObject({ code: 'akte.verweisItself' });
    done(await add(akte(akteId), vorgang(vorgangId)));
    expect(await add(akte(akteId), vorgang(vorgangId))).toMatchObject({ code: 'akte.verweisTwice' });
  });

  it('F3 is seen from both records, each with its direction', async () => {
    const [one, other] = [await openedVorgang(bench), await openedVorgang(bench)];
    done(await add(vorgang(one.vorgangId), akte(other.akteId)));
    const [from, to] = (await bench.runner.transaction(bench.as('jana.petersen'), async (tx) => [
      done(await loadVorgangMetadata(tx, one.vorgangId)),
      done(await loadAkte(tx, other.akteId)),
    ])) as [{ verweise: object[] }, { verweise: object[] }];
    expect(from.verweise).toMatchObject([
      { direction: 'to', other: { kind: 'akte', id: other.akteId, aktenzeichen: other.aktenzeichen.slice(0, -3) } },
    ]);
    expect(to.verweise).toMatchObject([
      { direction: 'from', bemerkung: 'gleiche Firma', other: { kind: 'vorgang', id: one.vorgangId } },
    ]);
    expect((await bench.protokoll(one.vorgangId)).at(-1)).toMatchObject({ action: 'akte.addVerweis' });
  });
});
