import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, examinedPart, receivedEingang } from '../../test/support/eingaenge.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import type { Job } from '../workflow/process-engine.js';
import { ablegenDokument } from './ablegen-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const stored = { stat: (sha256: string) => Promise.resolve({ sha256, size: 7 }) };

const jobWith = (variables: Job['variables'], headers: Job['headers'] = {}): Job => {
  const keys = { key: newId(), instanceKey: newId() };
  return { ...keys, type: 'akte.dokumentAblegen', elementId: 'Ablegen', headers, variables };
};
const work = (job: Job, objects = stored) =>
  bench.runner.transaction(bench.system, (tx) => ablegenDokument(tx, objects, job));

const dokumente = (vorgangId: string) =>
  bench.sql<{ id: string; betreff: string; art: string; state: string; name: string; sha256: string }>(
    `SELECT d.id, d.betreff, d.art, d.state, v.file_name AS name, v.sha256 FROM dokument d
       JOIN dokument_version v ON v.dokument_id = d.id WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );

describe('the job akte.dokumentAblegen', () => {
  it('refuses an Eingang that nobody has examined, and one in quarantine', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const fresh = await receivedEingang(bench);
    const dangerous = await examinedEingang(bench, { outcome: 'quarantaene' });
    for (const eingangId of [fresh, dangerous, newId()]) {
      expect(await work(jobWith({ vorgangId, eingangId }))).toMatchObject({ code: 'akte.sourceUnknown' });
    }
    expect(await dokumente(vorgangId)).toEqual([]);
  });

  it('refuses a hash that no Dokument of this Mandant has: the bytes of others lie in the same store', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, sha256: 'f'.repeat(64) }, { quelle: 'sha256' });
    expect(await work(job)).toMatchObject({ code: 'akte.sourceUnknown' });
  });

  it('refuses bytes that are gone', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, eingangId: await examinedEingang(bench) });
    const gone = { stat: () => Promise.resolve(undefined) } as unknown as typeof stored;
    expect(await work(job, gone)).toMatchObject({ code: 'akte.bytesDamaged' });
  });

  it.each([
    [{ quelle: 'ablage' }, 'quelle'],
    [{ art: 'brief' }, 'art'],
    [{ stand: 'fertig' }, 'stand'],
  ])('fails where the model says what nobody knows: %j', async (headers, name) => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, eingangId: await examinedEingang(bench) }, headers);
    await expect(work(job)).rejects.toThrow(`The header ${name}`);
  });

  it('takes the way of an error, with the names, where the subject has an empty place', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, eingangId: await examinedEingang(bench) }, { betreff: 'Plan von {{ planer }}' });
    expect(await work(job)).toMatchObject({
      bpmnError: { code: 'vorlage.angabeFehlt', variables: { fehlendeAngaben: ['planer'] } },
    });
    expect(await dokumente(vorgangId)).toEqual([]);
  });

  it('files the whole item, one part of it, and a Dokument of another Vorgang by id and by hash', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const elsewhere = await openedVorgang(bench);
    const dokumentId = await addedDokument(bench, elsewhere.vorgangId, { betreff: newId() });
    const [{ sha256 } = { sha256: '' }] = await dokumente(elsewhere.vorgangId);
    const eingangId = await examinedEingang(bench, { parts: [examinedPart(0), examinedPart(1)] });
    const headers = { art: 'vermerk', stand: 'entwurf', betreff: 'Plan von {{ planer }}' };
    done(await work(jobWith({ vorgangId, eingangId, planer: 'Müller' }, headers)));
    done(await work(jobWith({ vorgangId, eingangId, teil: 1 }, { quelle: 'eingang' })));
    done(await work(jobWith({ vorgangId, dokumentId }, { quelle: 'dokument' })));
    done(await work(jobWith({ vorgangId, sha256 }, { quelle: 'sha256' })));
    expect(await dokumente(vorgangId)).toMatchObject([
      { betreff: 'Plan von Müller', art: 'vermerk', state: 'entwurf', name: 'Rechnung.pdf' },
      { betreff: 'Anlage 1.pdf', art: 'anlage', state: 'gueltig', sha256: examinedPart(1).sha256 },
      { betreff: 'Angebot.pdf', sha256 },
      { betreff: 'Angebot.pdf', sha256 },
    ]);
  });

  it('gives the same Dokument when the job comes again, with one audit row', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = jobWith({ vorgangId, eingangId: await examinedEingang(bench) });
    const first = await work(job);
    expect(await work(job)).toEqual(first);
    expect(first).toMatchObject({ variables: { abgelegtId: (await dokumente(vorgangId))[0]?.id } });
    const added = (await bench.protokoll(vorgangId)).filter(({ action }) => action === 'dokument.addDokument');
    expect(added).toHaveLength(1);
  });
});
