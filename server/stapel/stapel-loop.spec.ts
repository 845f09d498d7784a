import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, createdAufgabe, idOf, openedVorgang } from '../../test/support/records.js';
import { closable, counts, planned, shown, started, workOff } from '../../test/support/stapel.js';
import { createStapelLoop } from './stapel-loop.js';
import { reportOf } from './stapel.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);
const states = (ids: readonly string[]) =>
  bench
    .sql<{ state: string }>(
      `SELECT v.state FROM unnest($1::uuid[]) WITH ORDINALITY w (id, nr)
                                  JOIN vorgang v USING (id) ORDER BY w.nr`,
      [ids],
    )
    .then((rows) => rows.map(({ state }) => state));

describe('a batch at work', () => {
  it('refuses the targets of whoever has been switched off meanwhile', async () => {
    const vorgangId = await opened();
    const stapelId = await started(bench, 'deniz.aydin', 'closeZdA', [vorgangId]);
    await bench.sql(`UPDATE person SET active = false WHERE login = 'deniz.aydin'`);
    try {
      await workOff(bench);
    } finally {
      await bench.sql(`UPDATE person SET active = true WHERE login = 'deniz.aydin'`);
    }
    expect(await shown(bench, 'deniz.aydin', stapelId)).toMatchObject({ counts: counts({ abgelehnt: 1 }) });
    expect(await states([vorgangId])).toEqual(['offen']);
  });

  it('refuses what has changed between the check and the work, and does the rest', async () => {
    const ids = [await opened(), await opened(), await opened()];
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', ids);
    await createdAufgabe(bench, ids[1]!);
    await workOff(bench);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({
      state: 'fertig',
      counts: counts({ erledigt: 2, abgelehnt: 1 }),
    });
    expect(await states(ids)).toEqual(['zdA', 'offen', 'zdA']);
  });

  it('F103 joins the rows of the Protokoll by the id of the batch, each with the act that was done', async () => {
    const ids = [await opened(), await opened()];
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', ids);
    await workOff(bench);
    const rows = await bench.sql<{ action: string }>(
      `SELECT action FROM protokoll WHERE correlation_id = $1 ORDER BY sequence`,
      [stapelId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'stapel.planStapel',
      'stapel.startStapel',
      'akte.closeZdA',
      'akte.closeZdA',
      'stapel.finishStapel',
    ]);
  });

  it('does no target twice where several servers work at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, opened));
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', ids);
    const loops = [createStapelLoop(bench), createStapelLoop(bench), createStapelLoop(bench)];
    await Promise.all(loops.map((loop) => loop.drain()));
    await workOff(bench);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({ counts: counts({ erledigt: 12 }) });
    const [row] = await bench.sql<{ count: number }>(
      `SELECT count(*)::int FROM protokoll WHERE correlation_id = $1 AND action = 'akte.closeZdA'`,
      [stapelId],
    );
    expect(row?.count).toBe(12);
  });

  it('F103 goes on after a server that died between the act and its commit, and does nothing twice', async () => {
    const ids = [await opened(), await opened()];
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', ids);
    const dying: ActBench['runner'] = {
      ...bench.runner,
      transaction: (context, work) =>
        bench.runner.transaction(context, async (tx) => {
          const result = await work(tx);
          if (context.actor.kind === 'person') throw Object.assign(new Error('killed'), { code: 'ECONNRESET' });
          return result;
        }),
    };
    await expect(createStapelLoop({ ...bench, runner: dying }).drain()).rejects.toThrow('killed');
    expect(await states(ids)).toEqual(['offen', 'offen']);
    await workOff(bench);
    expect(await states(ids)).toEqual(['zdA', 'zdA']);
    const [row] = await bench.sql<{ count: number }>(
      `SELECT count(*)::int FROM protokoll WHERE correlation_id = $1 AND action = 'akte.closeZdA'`,
      [stapelId],
    );
    expect(row?.count).toBe(2);
  });

  it('takes turns: a small batch does not wait for a large one', async () => {
    const large = await started(
      bench,
      'jana.petersen',
      'closeZdA',
      await Promise.all(Array.from({ length: 9 }, opened)),
    );
    const small = (await planned(bench, 'helga.brandt', 'closeZdA', [await opened()])) as { stapelId: string };
    await workOff(bench);
    const [row] = await bench.sql<{ before: boolean }>(
      `SELECT (SELECT max(at) FROM stapel_posten WHERE stapel_id = $1) >= (SELECT max(at) FROM stapel_posten WHERE stapel_id = $2) AS before`,
      [large, small.stapelId],
    );
    expect(row?.before).toBe(true);
  });

  it.each([
    ['discardDokument', { reason: 'doppelt abgelegt' }, 'place', 'bin'],
    ['setDokumentArt', { art: 'vermerk' }, 'art', 'vermerk'],
  ] as const)('does %s with Dokumente', async (operation, input, column, value) => {
    const vorgangId = await opened();
    const state = operation === 'setDokumentArt' ? 'entwurf' : 'gueltig';
    const ids = [await addedDokument(bench, vorgangId, { state }), await addedDokument(bench, vorgangId, { state })];
    const stapelId = await started(bench, 'jana.petersen', operation, ids, input);
    await workOff(bench);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({ counts: counts({ erledigt: 2 }) });
    expect(await bench.sql(`SELECT DISTINCT ${column} AS value FROM dokument WHERE id = ANY($1)`, [ids])).toEqual([
      { value },
    ]);
  });

  it('moves Dokumente, and restores them from the bin', async () => {
    const [from, to] = [await opened(), await opened()];
    const ids = [await addedDokument(bench, from), await addedDokument(bench, from)];
    await started(bench, 'jana.petersen', 'moveDokument', ids, { vorgangId: to, reason: 'falsch abgelegt' });
    await workOff(bench);
    expect(await bench.sql(`SELECT DISTINCT vorgang_id AS id FROM dokument WHERE id = ANY($1)`, [ids])).toEqual([
      { id: to },
    ]);
    await started(bench, 'jana.petersen', 'discardDokument', ids, { reason: 'doppelt' });
    await workOff(bench);
    await started(bench, 'jana.petersen', 'restoreDokument', ids);
    await workOff(bench);
    expect(await bench.sql(`SELECT DISTINCT place FROM dokument WHERE id = ANY($1)`, [ids])).toEqual([
      { place: 'register' },
    ]);
  });

  it('changes Federführung, Vertraulichkeit and Aufbewahrungsfrist, and reopens', async () => {
    const records = [await openedVorgang(bench), await openedVorgang(bench)];
    for (const { vorgangId } of records) await addedDokument(bench, vorgangId);
    const [akten, vorgaenge] = [records.map(({ akteId }) => akteId), records.map(({ vorgangId }) => vorgangId)];
    const federfuehrungId = await idOf(bench, 'unit', 'code', '20.11');
    const frist = { jahre: 30, counting: null, start: null, reason: 'Bauwerk', shorteningReason: null };
    const stufe = { stufe: 'vertraulich', reason: 'Personendaten' };
    const batches = [
      await started(bench, 'helga.brandt', 'setFederfuehrung', akten, { federfuehrungId }),
      await started(bench, 'helga.brandt', 'setFristAkte', akten, frist),
      await started(bench, 'helga.brandt', 'setFristVorgang', vorgaenge, frist),
      await started(bench, 'helga.brandt', 'classifyAkte', akten, stufe),
      await started(bench, 'helga.brandt', 'classifyVorgang', vorgaenge, stufe),
      await started(bench, 'helga.brandt', 'closeZdA', vorgaenge),
    ];
    await workOff(bench);
    batches.push(await started(bench, 'helga.brandt', 'reopenVorgang', vorgaenge, { reason: 'Nachtrag' }));
    await workOff(bench);
    for (const stapelId of batches) {
      expect(await shown(bench, 'helga.brandt', stapelId)).toMatchObject({ counts: counts({ erledigt: 2 }) });
    }
    expect(
      await bench.sql(
        `SELECT DISTINCT federfuehrung_id AS id, vertraulichkeitsstufe AS stufe FROM akte WHERE id = ANY($1)`,
        [akten],
      ),
    ).toEqual([{ id: federfuehrungId, stufe: 'vertraulich' }]);
    expect(
      await bench.sql(`SELECT DISTINCT jahre FROM aufbewahrungsfrist WHERE object_id = ANY($1)`, [
        [...akten, ...vorgaenge],
      ]),
    ).toEqual([{ jahre: 30 }]);
    expect(await states(vorgaenge)).toEqual(['offen', 'offen']);
  });

  it('gives its report as CSV, with the reason of every refusal and no formula', async () => {
    const busy = await opened();
    await createdAufgabe(bench, busy);
    await bench.sql(`UPDATE vorgang SET aktenzeichen = '=' || aktenzeichen WHERE id = $1`, [busy]);
    const { stapelId } = (await planned(bench, 'jana.petersen', 'closeZdA', [busy])) as { stapelId: string };
    await workOff(bench);
    const report = await bench.runner.transaction(bench.as('jana.petersen'), async (tx) => {
      const answer = await reportOf(tx, stapelId, (work) => work(tx) as never);
      const lines: string[] = [];
      if ('pieces' in answer) for await (const piece of answer.pieces) lines.push(String(piece));
      return lines.join('');
    });
    expect(report).toContain(`"1";"z. d. A. verfügen";"'=`);
    expect(report).toMatch(/"abgelehnt";"Erwartet|"abgelehnt";"/);
  });
});
