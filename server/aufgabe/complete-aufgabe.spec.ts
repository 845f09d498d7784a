import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { completeAufgabe } from './complete-aufgabe.js';
import type { CreateAufgabeInput } from './create-aufgabe.js';

const FORM = {
  components: [
    {
      type: 'radio',
      key: 'entscheidung',
      label: 'Entscheidung',
      values: [{ value: 'richtig' }, { value: 'zurueckweisen' }],
      validate: { required: true },
    },
    { type: 'textarea', key: 'bemerkung', label: 'Bemerkung' },
  ],
};

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** An Aufgabe of a process, with a form and a Dokument to decide on, that jana.petersen may do. */
async function aufgabe(own: Partial<CreateAufgabeInput> = {}) {
  const { vorgangId } = await openedVorgang(bench);
  const dokumentId = await addedDokument(bench, vorgangId);
  const job = { key: newId(), instanceKey: newId(), elementId: 'Pruefen' };
  const aufgabeId = await createdAufgabe(bench, vorgangId, { dokumentId, art: 'pruefung', form: FORM, job, ...own });
  return { aufgabeId, vorgangId, dokumentId, jobKey: own.job === null ? null : job.key, instanceKey: job.instanceKey };
}

async function complete(aufgabeId: string, data: Record<string, unknown>, login = 'jana.petersen') {
  return bench.perform(login, completeAufgabe, {
    aufgabeId,
    version: await versionOf(bench, 'aufgabe', aufgabeId),
    data,
  });
}

const zeichnungen = (vorgangId: string) =>
  bench.sql(
    `SELECT p.login, z.art, z.decision, z.bemerkung, v.nummer AS version FROM zeichnung z
       JOIN person p ON p.id = z.person_id LEFT JOIN dokument_version v ON v.id = z.dokument_version_id
      WHERE z.vorgang_id = $1 ORDER BY z.at`,
    [vorgangId],
  );

describe('completeAufgabe', () => {
  it('refuses whoever lacks the permission', async () => {
    const { aufgabeId } = await aufgabe();
    expect(await complete(aufgabeId, { entscheidung: 'richtig' }, 'amir.rakimov')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses somebody of another unit, and an Aufgabe that is not there', async () => {
    const { aufgabeId } = await aufgabe();
    expect(await complete(aufgabeId, { entscheidung: 'richtig' }, 'deniz.aydin')).toMatchObject({
      code: 'aufgabe.notYours',
    });
    const unknown = { aufgabeId: newId(), version: 1, data: {} };
    expect(await bench.perform('jana.petersen', completeAufgabe, unknown)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a form that is not complete, names every field and changes nothing', async () => {
    const { aufgabeId, vorgangId, jobKey } = await aufgabe();
    expect(await complete(aufgabeId, { entscheidung: 'vielleicht', bemerkung: 7 })).toMatchObject({
      code: 'aufgabe.formIncomplete',
      reasons: [{ code: 'aufgabe.fieldInvalid' }, { code: 'aufgabe.fieldInvalid' }],
    });
    expect(await zeichnungen(vorgangId)).toEqual([]);
    expect((await bench.followUps('workflow.completeTask')).map(({ key }) => key)).not.toContain(jobKey);
  });

  it('refuses z. d. A. and a Schlusszeichnung, which are acts of their own', async () => {
    const zda = await aufgabe({ art: 'zda', form: null });
    expect(await complete(zda.aufgabeId, {})).toMatchObject({ code: 'aufgabe.needsZdA' });
    const last = await aufgabe({ art: 'schlusszeichnung', candidateRole: 'leitung' });
    expect(await complete(last.aufgabeId, { entscheidung: 'richtig' }, 'ruth.lindqvist')).toMatchObject({
      code: 'aufgabe.needsSignature',
    });
  });

  it('refuses the Mitzeichnung of whoever has found it correct before', async () => {
    const { aufgabeId, vorgangId, dokumentId, instanceKey } = await aufgabe();
    await complete(aufgabeId, { entscheidung: 'richtig' });
    const second = await createdAufgabe(bench, vorgangId, {
      dokumentId,
      art: 'mitzeichnung',
      candidateRole: 'mitzeichnung',
      form: FORM,
      job: { key: newId(), instanceKey, elementId: 'Mitzeichnen' },
    });
    expect(await complete(second, { entscheidung: 'richtig' })).toMatchObject({ code: 'zeichnung.fourEyes' });
    expect(await complete(second, { entscheidung: 'richtig' }, 'deniz.aydin')).toEqual({ aufgabeId: second });
  });

  it('tells the second of two people who complete it at once that the first has done it', async () => {
    const { aufgabeId, vorgangId } = await aufgabe({ candidateRole: 'mitzeichnung', art: 'mitzeichnung' });
    const answers = await Promise.all(
      ['deniz.aydin', 'tomasz.sliwa'].map((login) => complete(aufgabeId, { entscheidung: 'richtig' }, login)),
    );
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'done')).sort()).toEqual([
      'aufgabe.alreadyDone',
      'done',
    ]);
    expect(await zeichnungen(vorgangId)).toHaveLength(1);
  });

  it('lets the Leitung reject what it does not want to sign', async () => {
    const { aufgabeId } = await aufgabe({ art: 'schlusszeichnung', candidateRole: 'leitung' });
    expect(await complete(aufgabeId, { entscheidung: 'zurueckweisen' }, 'ruth.lindqvist')).toEqual({ aufgabeId });
  });

  it('binds the decision to the version it was made on', async () => {
    const { aufgabeId, vorgangId } = await aufgabe();
    await complete(aufgabeId, { entscheidung: 'richtig', bemerkung: 'geliefert' });
    expect(await zeichnungen(vorgangId)).toEqual([
      { login: 'jana.petersen', art: 'sachlich', decision: 'richtig', bemerkung: 'geliefert', version: 1 },
    ]);
  });

  it('tells the engine once, with the data of the form and nothing else', async () => {
    const { aufgabeId, jobKey } = await aufgabe();
    await complete(aufgabeId, { entscheidung: 'richtig', lmMandantId: 'other', betragCent: 1 });
    expect((await bench.followUps('workflow.completeTask')).filter(({ key }) => key === jobKey)).toEqual([
      {
        key: jobKey,
        payload: {
          jobKey,
          variables: { entscheidung: 'richtig', erledigtVon: bench.personId('jana.petersen') },
        },
      },
    ]);
  });

  it('of an Aufgabe made by hand concerns no engine', async () => {
    const before = await bench.followUps('workflow.completeTask');
    const { aufgabeId, vorgangId } = await aufgabe({ job: null, form: null, art: 'bearbeitung' });
    expect(await complete(aufgabeId, {})).toEqual({ aufgabeId });
    expect(await bench.followUps('workflow.completeTask')).toEqual(before);
    expect(await bench.sql(`SELECT state, completed_by AS by FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      { state: 'erledigt', by: bench.personId('jana.petersen') },
    ]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aufgabe.completeAufgabe',
      payload: { text: { de: 'Erledigt: Bearbeiten: Angebot' } },
    });
  });
});
