import { endVertretung } from '../access/end-vertretung.js';
import { appointVertretung } from '../access/appoint-vertretung.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, idOf, openedVorgang, versionOf } from '../../test/support/records.js';
import type { AufgabeView } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { loadAufgabe } from './aufgabe.views.js';
import { loadAufgaben } from './aufgaben-list.views.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { completeAufgabe } from './complete-aufgabe.js';
import type { CreateAufgabeInput } from './create-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { releaseAufgabe } from './release-aufgabe.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterEach(() => bench.sql(`UPDATE vertretung SET ended_at = now() WHERE ended_at IS NULL`));
afterAll(() => bench.close());

const [absent, deputy] = ['jana.petersen', 'tomasz.sliwa'] as const;

/** Tomasz, of another unit and without the role, stands in for Jana today; on a part of the Aktenplan where one is named. */
async function appoint(part: string | null = null): Promise<string> {
  const day = bench.clock.today();
  const aktenplaneinheitId = part && (await idOf(bench, 'aktenplaneinheit', 'kennzeichen', part));
  const people = { personId: bench.personId(absent), deputyId: bench.personId(deputy) };
  const input = { ...people, from: day, until: day, aktenplaneinheitId };
  return ((await bench.perform('helga.brandt', appointVertretung, input)) as { vertretungId: string }).vertretungId;
}

/** An Aufgabe that lies with Jana. */
async function hers(own: Partial<CreateAufgabeInput> = {}) {
  const { vorgangId } = await openedVorgang(bench);
  const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(absent), ...own });
  return { vorgangId, aufgabeId };
}

const complete = async (aufgabeId: string, login: string = deputy) =>
  bench.perform(login, completeAufgabe, { aufgabeId, version: await versionOf(bench, 'aufgabe', aufgabeId), data: {} });

const inbox = (list: 'meine' | 'gruppe' | 'vertretung') =>
  bench.runner.transaction(bench.as(deputy), (tx) => loadAufgaben(tx, { list, filter: {}, most: 1_000 })) as ReturnType<
    typeof loadAufgaben
  >;

describe('work of a deputy', () => {
  it('F35 is refused without a Vertretung, and again as soon as it has ended', async () => {
    const { aufgabeId } = await hers();
    expect(await complete(aufgabeId)).toMatchObject({ code: 'aufgabe.notYours' });
    const vertretungId = await appoint();
    await bench.perform('helga.brandt', endVertretung, { vertretungId });
    expect(await complete(aufgabeId)).toMatchObject({ code: 'aufgabe.notYours' });
    expect((await inbox('vertretung')).items).toEqual([]);
  });

  it('F35 is refused outside the part of the Aktenplan that the Vertretung is limited to', async () => {
    const { aufgabeId } = await hers();
    await appoint('20.11');
    expect(await complete(aufgabeId)).toMatchObject({ code: 'aufgabe.notYours' });
    expect((await inbox('vertretung')).items.map(({ id }) => id)).not.toContain(aufgabeId);
    await appoint('20.31');
    expect(await complete(aufgabeId)).toEqual({ aufgabeId });
  });

  it('is refused as a second pair of eyes: for whoever has signed already, and for whom they stand in for', async () => {
    await appoint();
    const instanceKey = newId();
    const { vorgangId, aufgabeId } = await hers({
      art: 'pruefung',
      job: { key: newId(), instanceKey, elementId: 'Pruefen' },
    });
    await complete(aufgabeId);
    const mitzeichnung = (login: string) =>
      createdAufgabe(bench, vorgangId, {
        art: 'mitzeichnung',
        candidateRole: 'mitzeichnung',
        assigneeId: bench.personId(login),
        job: { key: newId(), instanceKey, elementId: 'Mitzeichnen' },
      });
    expect(await complete(await mitzeichnung(deputy))).toMatchObject({ code: 'zeichnung.fourEyes' });
    expect(await complete(await mitzeichnung(absent), absent)).toMatchObject({ code: 'zeichnung.fourEyes' });
    const other = await mitzeichnung('deniz.aydin');
    expect(await complete(other, 'deniz.aydin')).toEqual({ aufgabeId: other });
  });

  it('F35 is done in Vertretung, and Protokoll, history and Zeichnung say for whom', async () => {
    await appoint();
    const { aufgabeId, vorgangId } = await hers({ art: 'pruefung' });
    expect(await complete(aufgabeId)).toEqual({ aufgabeId });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      actor: bench.personId(deputy),
      payload: {
        fuer: bench.personId(absent),
        text: { de: 'Erledigt: Bearbeiten: Angebot (in Vertretung für Jana Petersen)' },
      },
    });
    expect(
      await bench.sql(
        `SELECT a.completed_by AS by, a.completed_for AS "for", z.person_id AS person, z.fuer_id AS fuer
           FROM aufgabe a JOIN zeichnung z ON z.aufgabe_id = a.id WHERE a.id = $1`,
        [aufgabeId],
      ),
    ).toEqual([
      {
        by: bench.personId(deputy),
        for: bench.personId(absent),
        person: bench.personId(deputy),
        fuer: bench.personId(absent),
      },
    ]);
  });

  it('claims for the absent person, so that it is theirs when they come back', async () => {
    await appoint();
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(absent) });
    await bench.perform(deputy, releaseAufgabe, { aufgabeId, version: 1 });
    expect(await bench.perform(deputy, claimAufgabe, { aufgabeId, version: 2 })).toEqual({ version: 3 });
    expect(await bench.sql(`SELECT assignee_id AS id FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      { id: bench.personId(absent) },
    ]);
  });

  it('is handed on with both names', async () => {
    await appoint();
    const { aufgabeId } = await hers();
    const personId = bench.personId('deniz.aydin');
    await bench.perform(deputy, forwardAufgabe, { aufgabeId, version: 1, personId, note: '' });
    const seen = (await bench.runner.transaction(bench.as('deniz.aydin'), (tx) =>
      loadAufgabe(tx, aufgabeId),
    )) as AufgabeView;
    expect(seen.handover).toMatchObject({ from: 'Tomasz Śliwa (in Vertretung für Jana Petersen)' });
  });

  it('F35 stands in a list of its own, with the name of whom it is for', async () => {
    const { aufgabeId } = await hers();
    const before = await inbox('meine');
    expect(before.counts.vertretung).toBe(0);
    await appoint();
    const { items, counts } = await inbox('vertretung');
    expect(items.find(({ id }) => id === aufgabeId)).toMatchObject({ vertretungFuer: { name: 'Jana Petersen' } });
    expect(counts.vertretung).toBe(items.length);
    expect((await inbox('meine')).items.map(({ id }) => id)).not.toContain(aufgabeId);
    const opened = (await bench.runner.transaction(bench.as(deputy), (tx) =>
      loadAufgabe(tx, aufgabeId),
    )) as AufgabeView;
    expect(opened.vertretungFuer).toMatchObject({ name: 'Jana Petersen' });
  });
});
