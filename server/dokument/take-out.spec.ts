import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { closed, takenOut, withAnlage } from '../../test/support/places.js';
import { newId } from '../platform/ids.js';
import { loadOutside } from './outside.views.js';
import { loadRegister } from './register.queries.js';
import { takeOut } from './take-out.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function take(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, takeOut, { dokumentId, version, reason: 'gehört nicht hierher', ...own });
}

const unlinked = (after?: string) =>
  bench.database.transaction(bench.mandantId, (queries) => loadOutside(queries, 'unlinked', after));

describe('F9 takeOut', () => {
  it('refuses without dokument.write, without a reason, what is unknown, and a stale version', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await take(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await take(dokumentId, { reason: ' ' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await take(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await take(dokumentId, { version: 7 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses out of a Vorgang that is z. d. A., and what was taken out already', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench, { state: 'gueltig' });
    await closed(bench, vorgangId);
    expect(await take(dokumentId)).toMatchObject({ code: 'akte.closed' });
    expect(await take((await takenOut(bench)).dokumentId)).toMatchObject({ code: 'dokument.notInRegister' });
  });

  it('takes it and its Anlagen off the register and onto the list of all that is unlinked, with the reason', async () => {
    const { dokumentId, vorgangId } = await withAnlage(bench);
    expect(await take(dokumentId)).toEqual({ version: 2 });
    const register = await bench.database.transaction(bench.mandantId, (queries) => loadRegister(queries, vorgangId));
    expect(register).toEqual([]);
    const { items } = (await unlinked()) as { items: object[] };
    expect(items).toContainEqual(
      expect.objectContaining({
        id: dokumentId,
        reason: 'gehört nicht hierher',
        placedBy: 'Jana Petersen',
        anlagen: 1,
      }),
    );
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.takeOut',
      payload: { text: { de: 'Dokument 1 „Bescheid“ herausgenommen. Grund: gehört nicht hierher' } },
    });
  });

  it('loses none on the way through the pages of the list, also where many were taken out at one moment', async () => {
    const { vorgangId } = await draftDokument(bench);
    const wanted = new Set<string>();
    for (let count = 0; count < 53; count += 1) wanted.add((await takenOut(bench, { vorgangId })).dokumentId);
    const seen: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 10; pages += 1) {
      const { items, next } = (await unlinked(after)) as { items: { id: string }[]; next: string | null };
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...wanted].filter((id) => !seen.includes(id))).toEqual([]);
  });

  it('refuses a page that is none', async () => {
    for (const after of ['', 'x', '2026-99-99T00:00:00.000Z_x', `2026-11-24T09:00:00.000Z_1'`]) {
      expect(await unlinked(after)).toMatchObject({ code: 'platform.invalidInput' });
    }
  });
});
