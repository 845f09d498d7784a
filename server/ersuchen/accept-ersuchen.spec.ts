import { done } from '../../test/support/closed-vorgang.js';
import {
  akteThere,
  asked,
  openAufgaben,
  openErsuchenBench,
  register,
  standsAt,
  vorgangThere,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { openedVorgang } from '../../test/support/records.js';
import { completeAufgabe } from '../aufgabe/complete-aufgabe.js';
import type { ActInput } from '../contract/acts.js';
import { newId } from '../platform/ids.js';
import { acceptErsuchen } from './accept-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const accept = (input: ActInput<'ersuchen.acceptErsuchen'>, context = bench.other.context) =>
  bench.runner.perform(context, acceptErsuchen, input, newId());

describe('acceptErsuchen', () => {
  it('F39 refuses whoever may not receive, whoever asked, an old version, and a Vorgang or an Akte that is not theirs', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    const target = { kind: 'vorgang', vorgangId: await vorgangThere(bench) } as const;
    const ours = (login: string) => accept({ ersuchenId, version: 1, target }, bench.as(login));
    expect(await ours('jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await ours('helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await accept({ ersuchenId, version: 2, target })).toMatchObject({ code: 'platform.stale' });
    for (const foreign of [
      { kind: 'vorgang', vorgangId },
      { kind: 'akte', akteId: newId(), vorgangBetreff: 'Auskunft' },
    ] as const) {
      expect(await accept({ ersuchenId, version: 1, target: foreign })).toMatchObject({ code: 'platform.notFound' });
    }
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'offen', travelling: 2 });
  });

  it('F39 refuses a Vorgang that is less confidential, and lets a new one become as confidential', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const stufe = 'nurFuerDenDienstgebrauch';
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = $2 WHERE id = $1`, [vorgangId, stufe]);
    await bench.other.sql(`UPDATE person SET clearance = $1`, [stufe]);
    const { ersuchenId } = await asked(bench, { vorgangId });
    const open = { kind: 'vorgang', vorgangId: await vorgangThere(bench) } as const;
    expect(await accept({ ersuchenId, version: 1, target: open })).toMatchObject({ code: 'ersuchen.lessConfidential' });
    const fresh = { kind: 'akte', akteId: await akteThere(bench), vorgangBetreff: 'Auskunft' } as const;
    const { vorgangId: thereId } = done(await accept({ ersuchenId, version: 1, target: fresh }));
    expect(
      await bench.other.sql(`SELECT vertraulichkeitsstufe AS stufe FROM vorgang WHERE id = $1`, [thereId]),
    ).toEqual([{ stufe }]);
  });

  it('F39 files copies in a new Vorgang, whose people have an Aufgabe that only the answer ends', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    const target = { kind: 'akte', akteId: await akteThere(bench), vorgangBetreff: 'Halterauskunft' } as const;
    const { vorgangId: thereId, version } = done(await accept({ ersuchenId, version: 1, target }));
    expect(version).toBe(2);
    const filed = await register(bench.other, thereId);
    expect(filed).toMatchObject([
      { betreff: 'Ersuchen: Halterauskunft', art: 'eingang', parent: null },
      { betreff: 'Angebot', art: 'anlage', parent: 'letter' },
    ]);
    const ours = await register(bench, vorgangId);
    expect(filed.map(({ sha256 }) => sha256).sort()).toEqual(ours.map(({ sha256 }) => sha256).sort());
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'angenommen', travelling: 0 });
    const [aufgabe, ...more] = await openAufgaben(bench.other, thereId);
    expect([aufgabe?.titel, aufgabe?.frist, more]).toEqual(['Ersuchen beantworten: Halterauskunft', '2026-12-15', []]);
    await bench.other.sql(`UPDATE aufgabe SET candidate_role = 'registratur' WHERE id = $1`, [aufgabe?.id]);
    const completing = { aufgabeId: aufgabe?.id ?? '', version: 1, data: {} };
    expect(await bench.runner.perform(bench.other.context, completeAufgabe, completing, newId())).toMatchObject({
      code: 'ersuchen.answerFirst',
    });
  });

  it('F39 files into a Vorgang that is there, once', async () => {
    const { ersuchenId } = await asked(bench);
    const target = { kind: 'vorgang', vorgangId: await vorgangThere(bench) } as const;
    expect(done(await accept({ ersuchenId, version: 1, target })).vorgangId).toBe(target.vorgangId);
    expect(await accept({ ersuchenId, version: 2, target })).toMatchObject({ code: 'ersuchen.ended' });
    expect(await register(bench.other, target.vorgangId)).toHaveLength(2);
  });
});
