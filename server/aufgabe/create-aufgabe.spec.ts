import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, idOf, openedVorgang, someAufgabe } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { createAufgabe } from './create-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const place = async (aufgabeId: string) => {
  const [row] = await bench.sql<{ person: string | null; role: string | null; unit: string | null }>(
    `SELECT p.login AS person, a.candidate_role AS role, u.code AS unit FROM aufgabe a
       LEFT JOIN person p ON p.id = a.assignee_id LEFT JOIN unit u ON u.id = a.unit_id WHERE a.id = $1`,
    [aufgabeId],
  );
  return row;
};

describe('createAufgabe', () => {
  it('refuses an Aufgabe that nobody is named for, and says at which step', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await bench.run(createAufgabe, { ...someAufgabe(vorgangId), candidateRole: null })).toMatchObject({
      code: 'aufgabe.nobody',
      message: { de: expect.stringContaining('Bearbeitung') },
    });
  });

  it('refuses an Aufgabe for somebody who has left, where no role is named either', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const input = { ...someAufgabe(vorgangId), assigneeId: newId(), candidateRole: null };
    expect(await bench.run(createAufgabe, input)).toMatchObject({ code: 'aufgabe.nobody' });
  });

  it('leaves it to the role where the named person is switched off', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const assigneeId = await idOf(bench, 'person', 'login', 'deniz.aydin');
    await bench.sql(`UPDATE person SET active = false WHERE id = $1`, [assigneeId]);
    try {
      const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId, candidateRole: 'mitzeichnung' });
      expect(await place(aufgabeId)).toEqual({ person: null, role: 'mitzeichnung', unit: null });
    } finally {
      await bench.sql(`UPDATE person SET active = true WHERE id = $1`, [assigneeId]);
    }
  });

  it('makes no second Aufgabe, and no second audit row, when the job of the engine comes again', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = { key: newId(), instanceKey: '7', elementId: 'Pruefen' };
    const first = await createdAufgabe(bench, vorgangId, { job });
    const second = await createdAufgabe(bench, vorgangId, { job });
    expect(second).toBe(first);
    expect(await bench.sql(`SELECT id FROM aufgabe WHERE job_key = $1`, [job.key])).toEqual([{ id: first }]);
    expect(await bench.protokoll(first)).toHaveLength(1);
  });

  it('gives it to the only person who may do it, so that nobody has to claim it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await place(await createdAufgabe(bench, vorgangId))).toEqual({
      person: 'jana.petersen',
      role: 'sachbearbeitung',
      unit: '20.31',
    });
    const ofKasse = await createdAufgabe(bench, vorgangId, { candidateRole: 'kasse' });
    expect(await place(ofKasse)).toEqual({ person: 'tomasz.sliwa', role: 'kasse', unit: null });
  });

  it('leaves it to the group where several may do it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
    expect(await place(aufgabeId)).toEqual({ person: null, role: 'mitzeichnung', unit: null });
  });

  it('gives it to the named person and keeps the role, so that it can be handed over', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const assigneeId = await idOf(bench, 'person', 'login', 'deniz.aydin');
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId, candidateRole: 'mitzeichnung' });
    expect(await place(aufgabeId)).toMatchObject({ person: 'deniz.aydin', role: 'mitzeichnung' });
  });

  it('goes to the role in all units where the unit with the Federführung has nobody in it', async () => {
    const { vorgangId } = await openedVorgang(bench, '10.11.01', '10');
    expect(await place(await createdAufgabe(bench, vorgangId))).toEqual({
      person: null,
      role: 'sachbearbeitung',
      unit: null,
    });
  });

  it('keeps everything that the inbox shows', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const content = { frist: '2026-12-08', betragCent: 1_245_080, data: { betreff: 'Angebot' }, form: { id: 'f' } };
    const aufgabeId = await createdAufgabe(bench, vorgangId, content);
    const [row] = await bench.sql(
      `SELECT state, frist, betrag_cent AS "betragCent", data, form, version, created_at AS at FROM aufgabe WHERE id = $1`,
      [aufgabeId],
    );
    expect(row).toEqual({ ...content, betragCent: '1245080', state: 'offen', version: 1, at: bench.clock.now() });
    expect(await bench.protokoll(aufgabeId)).toMatchObject([
      { action: 'aufgabe.createAufgabe', payload: { vorgangId, art: 'bearbeitung', titel: 'Bearbeiten: Angebot' } },
    ]);
  });
});
