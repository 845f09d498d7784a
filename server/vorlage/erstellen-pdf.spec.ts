import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { longGermanDay } from '../rechnung/format-german.js';
import { inspectPdf } from '../posteingang/examination/pdf/inspect-pdf.js';
import type { Job } from '../workflow/process-engine.js';
import { erstellenPdf } from './erstellen-pdf.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const jobWith = (variables: Job['variables'], headers: Job['headers']): Job => {
  const keys = { key: newId(), instanceKey: newId() };
  return { ...keys, type: 'dokument.pdfErstellen', elementId: 'Brief', headers, variables };
};
const work = (job: Job) => bench.runner.transaction(bench.system, (tx) => erstellenPdf(tx, bench.objects, job));
const dokumente = (vorgangId: string) =>
  bench.sql<{ id: string; betreff: string; art: string; state: string; name: string; sha256: string }>(
    `SELECT d.id, d.betreff, d.art, d.state, v.file_name AS name, v.sha256 FROM dokument d
       JOIN dokument_version v ON v.dokument_id = d.id WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );
const TEXT = { titel: 'Antwort an {{ wen }}', text: 'Guten Tag,\n\n{{ antwort }}' };

describe('the job dokument.pdfErstellen', () => {
  it('refuses a Vorlage that is not there', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await work(jobWith({ vorgangId }, { vorlage: 'mahnung' }))).toMatchObject({ code: 'vorlage.unknown' });
  });

  it('fails where the step names neither a Vorlage nor a text', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await expect(work(jobWith({ vorgangId }, { titel: 'x' }))).rejects.toThrow('The step has no header text');
  });

  it('takes the way of an error with the missing names, and leaves no Dokument', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await work(jobWith({ vorgangId, wen: 'Frau Ude' }, TEXT))).toEqual({
      bpmnError: {
        code: 'vorlage.angabeFehlt',
        message: 'The text needs antwort',
        variables: { fehlendeAngaben: ['antwort'] },
      },
    });
    expect(await dokumente(vorgangId)).toEqual([]);
  });

  it('files the filled Vorlage, with what the record knows by itself', async () => {
    const { vorgangId, aktenzeichen } = await openedVorgang(bench);
    const result = await work(jobWith({ vorgangId, betreff: 'Gehweg' }, { vorlage: 'eingangsbestaetigung' }));
    const [dokument] = await dokumente(vorgangId);
    expect(result).toEqual({ variables: { pdfId: dokument?.id } });
    expect(dokument).toMatchObject({ betreff: 'Eingangsbestätigung', art: 'ausgang', state: 'gueltig' });
    expect(dokument?.name).toMatch(/^Eingangsbestätigung [^/]+\.pdf$/);
    const report = await inspectPdf(await buffer(await bench.objects.get(dokument?.sha256 ?? '')));
    const text = report.lines.map((line) => line.text).join('\n');
    expect(text).toContain(aktenzeichen);
    expect(text).toContain(longGermanDay(bench.clock.today()));
    expect(text).toContain('Musterkreis');
  });

  it('gives the same hash for the same words on another day, and one Dokument for one job', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, wen: 'Frau Ude', antwort: 'Ja.' }, { ...TEXT, art: 'vermerk', stand: 'entwurf' });
    const first = done(await work(job));
    expect(await work(job)).toEqual(first);
    bench.clock.advance(86_400_000);
    done(await work({ ...job, key: newId() }));
    const [one, two, ...more] = await dokumente(vorgangId);
    expect(more).toEqual([]);
    expect(one?.sha256).toBe(two?.sha256);
    expect(one).toMatchObject({ betreff: 'Antwort an Frau Ude', art: 'vermerk', state: 'entwurf' });
  });
});
