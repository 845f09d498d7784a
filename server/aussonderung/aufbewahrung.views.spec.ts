import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { closedAt, event, setFrist, sperreOn } from '../../test/support/retention.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { loadAufbewahrung } from './aufbewahrung.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const load = (vorgangId: string, mandantId = bench.mandantId) =>
  bench.database.transaction(mandantId, (queries) => loadAufbewahrung(queries, vorgangId, bench.clock.today()));

describe('GET /api/vorgaenge/:id/aufbewahrung', () => {
  it('refuses an unknown Vorgang and one of another Mandant alike', async () => {
    const { vorgangId } = await closedAt(bench);
    expect(await load(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await load(vorgangId, newId())).toEqual(await load(newId()));
  });

  it('F73 shows for an open Vorgang what would hold today, and that nothing runs', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await load(vorgangId)).toMatchObject({
      state: 'open',
      holds: { jahre: 10, counting: 'yearEnd', start: 'zdA', from: { jahre: 'plan' } },
      fristbeginn: null,
      aufbewahrungsende: null,
      next: { de: 'z. d. A. verfügen; dann beginnt die Frist' },
    });
  });

  it('F73 shows who says what, with reason and person, down to the Vorgang', async () => {
    const { akteId, vorgangId } = await closedAt(bench);
    done(await setFrist(bench, akteId, { objectKind: 'akte', jahre: 20, reason: 'Denkmal' }));
    done(await setFrist(bench, vorgangId, { start: 'event', reason: 'Mietvertrag' }));
    expect(await load(vorgangId)).toMatchObject({
      state: 'awaitsEvent',
      einheit: '20.31.05 Baumaßnahmen und Sanierung eigener Gebäude',
      plan: { jahre: 10, counting: 'yearEnd', start: 'zdA' },
      akte: { jahre: 20, reason: 'Denkmal', by: 'Helga Brandt', version: 1 },
      vorgang: { jahre: 'inherited', start: 'event', reason: 'Mietvertrag' },
      holds: { jahre: 20, start: 'event', from: { jahre: 'akte', counting: 'plan', start: 'vorgang' } },
    });
    done(await event(bench, vorgangId, { reason: 'Auszug' }));
    expect(await load(vorgangId)).toMatchObject({
      state: 'running',
      fristbeginn: '2026-11-24',
      aufbewahrungsende: '2046-12-31',
      vorgangEvent: { day: '2026-11-24', reason: 'Auszug' },
    });
  });

  it('F80 shows every Sperre on Akte, Vorgang and Dokument, those in force first', async () => {
    const { akteId, vorgangId, dokumentId } = await closedAt(bench);
    const first = await sperreOn(bench, 'akte', akteId, 'eins');
    await sperreOn(bench, 'dokument', dokumentId, 'zwei');
    await bench.sql(
      `UPDATE sperre SET lifted_at = now(), lifted_by = set_by, lifting_reason = 'fertig' WHERE id = $1`,
      [first],
    );
    expect(await load(vorgangId)).toMatchObject({
      sperren: [
        { on: 'dokument', name: 'Angebot', reason: 'zwei', lifted: null },
        { on: 'akte', reason: 'eins', lifted: { reason: 'fertig', by: 'Helga Brandt' } },
      ],
    });
  });
});
