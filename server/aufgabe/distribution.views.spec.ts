import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { loadDistribution, loadWorkload } from './distribution.views.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const list = async (words = '', lyingWith: string | null = null, after: string | null = null) =>
  done(
    await bench.runner.transaction(bench.as('ruth.lindqvist'), (tx) =>
      loadDistribution(tx, { words, lyingWith }, after),
    ),
  );
const workload = async (words = '') =>
  done(await bench.runner.transaction(bench.as('ruth.lindqvist'), (tx) => loadWorkload(tx, words, null)));

describe('what is there to distribute', () => {
  it('F31 leaves out what is closed, what another area has, and what the coordinator may not see', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('helga.brandt') });
    const gone = await createdAufgabe(bench, vorgangId);
    await bench.sql(`UPDATE aufgabe SET state = 'entfallen' WHERE id = $1`, [gone]);
    const secret = await openedVorgang(bench);
    await createdAufgabe(bench, secret.vorgangId);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [secret.vorgangId]);
    expect(await list()).toEqual({ items: [], next: null });
  });

  it('F31 is in the order of the Fristen and can be narrowed to words, a person or the group', async () => {
    const { vorgangId, aktenzeichen } = await openedVorgang(bench);
    const jana = bench.personId('jana.petersen');
    const none = await createdAufgabe(bench, vorgangId, { titel: { de: 'Prüfen: Angebot', en: 'Check: offer' } });
    await bench.sql(`UPDATE aufgabe SET assignee_id = NULL WHERE id = $1`, [none]);
    const soon = await createdAufgabe(bench, vorgangId, { frist: '2026-11-26', assigneeId: jana });
    const ids = async (...asked: Parameters<typeof list>) => (await list(...asked)).items.map(({ id }) => id);
    expect(await ids()).toEqual([soon, none]);
    expect(await ids(aktenzeichen)).toEqual([soon, none]);
    expect(await ids('PRÜFEN')).toEqual([none]);
    expect(await ids('', jana)).toEqual([soon]);
    expect(await ids('', 'group')).toEqual([none]);
    expect(await ids('', null, soon)).toEqual([none]);
  });

  it('F31 F110 comes by the hundred, each once', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const first = await createdAufgabe(bench, vorgangId);
    await bench.sql(
      `INSERT INTO aufgabe (id, mandant_id, vorgang_id, art, titel, schritt, frage, candidate_role, unit_id, state, frist, data, created_at)
       SELECT gen_random_uuid(), a.mandant_id, a.vorgang_id, a.art, a.titel, a.schritt, a.frage, a.candidate_role, a.unit_id, a.state,
              CASE WHEN n % 3 > 0 THEN DATE '2026-12-01' + n % 7 END, a.data, a.created_at
         FROM aufgabe a, generate_series(1, 249) n WHERE a.id = $1`,
      [first],
    );
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof list>> = await list('', null, after);
      seen.push(...page.items.map(({ id }) => id));
      [after, more] = [page.next, page.next !== null];
    }
    expect([seen.length, new Set(seen).size]).toEqual([250, 250]);
  });

  it('F31 says how much lies with whom, how much of it is overdue, and who is absent', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const assigneeId = bench.personId('jana.petersen');
    await createdAufgabe(bench, vorgangId, { assigneeId, frist: '2020-01-01' });
    await createdAufgabe(bench, vorgangId, { assigneeId });
    const today = bench.clock.today();
    await bench.sql(
      `INSERT INTO vertretung (id, mandant_id, person_id, deputy_id, from_day, until_day)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $4)`,
      [bench.mandantId, assigneeId, bench.personId('deniz.aydin'), today],
    );
    const { items } = await workload();
    expect(items.map(({ name }) => name)).toEqual([
      'Deniz Aydın',
      'Dr. Ruth Lindqvist',
      'Jana Petersen',
      'Tomasz Śliwa',
    ]);
    expect(items.find(({ id }) => id === assigneeId)).toMatchObject({ open: 2, overdue: 1, absentUntil: today });
    expect((await workload('petersen')).items).toHaveLength(1);
    expect((await workload('niemand')).items).toEqual([]);
  });
});
