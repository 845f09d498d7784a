import { openAkte } from '../akte/open-akte.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { IncidentRow } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './embedded/engine.testing.js';
import { resolveIncident } from './resolve-incident.js';
import { listProcesses } from './workflow.queries.js';

let engineBench: EngineBench;
let reads: 'well' | 'never' = 'well';

beforeAll(async () => {
  const workers = rechnungWorkers(100);
  engineBench = await openEngineBench({
    ...workers,
    'rechnung.lesen': (tx, job) =>
      reads === 'well' ? workers['rechnung.lesen']!(tx, job) : Promise.reject(new Error('the disk is away')),
  });
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
afterAll(() => engineBench.bench.close());
beforeEach(() => {
  reads = 'never';
});

const ADMINISTRATION = 'kim.okafor';

function resolve(login: string, incidentKey: string) {
  const { bench, engine } = engineBench;
  return bench.runner.perform(bench.as(login), resolveIncident(engine), { incidentKey }, newId());
}

/** A Vorgang of our own records; its process stands still because the invoice cannot be read. */
async function stopped(): Promise<{ vorgangId: string; aktenzeichen: string; incident: IncidentRow }> {
  const { bench, publish } = engineBench;
  const [place] = await engineBench.inTransaction((tx) =>
    tx.query<{ einheitId: string; federfuehrungId: string }>(
      `SELECT e.id AS "einheitId", u.id AS "federfuehrungId" FROM aktenplaneinheit e, unit u
        WHERE e.kennzeichen = '20.31.05' AND u.code = '20.31'`,
    ),
  );
  const akte = await bench.runner.run(bench.system, openAkte, { ...place!, betreff: 'Fassade' });
  if (isRejection(akte)) throw new Error(akte.message.en);
  const vorgang = await bench.runner.run(bench.system, openVorgang, { akteId: akte.akteId, betreff: 'Reinigung' });
  if (isRejection(vorgang)) throw new Error(vorgang.message.en);
  const { vorgangId, aktenzeichen } = vorgang;
  await publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
  await workUntilNothingIsDue();
  const incident = (await incidents()).find((row) => row.aktenzeichen === aktenzeichen);
  return { vorgangId, aktenzeichen, incident: incident! };
}

async function workUntilNothingIsDue(): Promise<void> {
  do engineBench.bench.clock.advance(60_000);
  while ((await engineBench.loops.drain()) > 0);
}

async function incidents(): Promise<IncidentRow[]> {
  const processes = await engineBench.inTransaction((tx) => listProcesses(tx));
  return processes.flatMap((process) => process.incidents);
}

describe('resolveIncident', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'ines.vogt', 'amir.rakimov'])(
    'refuses %s, who may not change processes',
    async (login) => {
      expect(((await resolve(login, '1')) as Rejection).code).toBe('identity.notPermitted');
    },
  );

  it.each(['', 'x', '-1', '9999999999999999999'])('refuses %j, which is no key', async (key) => {
    expect(((await resolve(ADMINISTRATION, key)) as Rejection).code).toBe('platform.invalidInput');
  });

  it('refuses an incident that is not there (any more)', async () => {
    expect(((await resolve(ADMINISTRATION, '1')) as Rejection).code).toBe('workflow.incidentGone');
    const { incident } = await stopped();
    await resolve(ADMINISTRATION, incident.key);
    expect(((await resolve(ADMINISTRATION, incident.key)) as Rejection).code).toBe('workflow.incidentGone');
  });

  it('cannot reach an incident of another Mandant', async () => {
    const { incident } = await stopped();
    const { bench, engine } = engineBench;
    const stranger = { ...bench.as(ADMINISTRATION), mandantId: newId() };
    const refused = await bench.runner.perform(
      stranger,
      resolveIncident(engine),
      { incidentKey: incident.key },
      newId(),
    );
    expect((refused as Rejection).code).toBe('workflow.incidentGone');
    expect((await incidents()).map(({ key }) => key)).toContain(incident.key);
  });

  it('is shown with its place, its reason and its Vorgang', async () => {
    const { incident } = await stopped();
    expect(incident).toMatchObject({
      elementId: 'RechnungLesen',
      message: {
        de: expect.stringContaining('the disk is away') as unknown,
        en: expect.stringContaining('the disk is away') as unknown,
      },
      at: expect.stringMatching(/^2026-11-.*Z$/) as unknown,
    });
  });

  it('lets the process go on where it stood once the cause is gone, and says so in the history', async () => {
    const { vorgangId, incident } = await stopped();
    reads = 'well';
    expect(await resolve(ADMINISTRATION, incident.key)).toEqual({ incidentKey: incident.key });
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
    expect((await incidents()).map(({ key }) => key)).not.toContain(incident.key);
    const rows = await engineBench.inTransaction((tx) =>
      tx.query<{ actor: string }>(
        `SELECT actor FROM protokoll WHERE object_id = $1 AND action = 'workflow.resolveIncident'`,
        [vorgangId],
      ),
    );
    const { actor } = engineBench.bench.as(ADMINISTRATION);
    expect(rows).toEqual([{ actor: actor.kind === 'person' ? actor.id : '' }]);
  });

  it('is an incident again after one try where the cause is still there', async () => {
    const { aktenzeichen, incident } = await stopped();
    await resolve(ADMINISTRATION, incident.key);
    expect(await engineBench.loops.drain()).toBe(1);
    const again = (await incidents()).filter((row) => row.aktenzeichen === aktenzeichen);
    expect(again.map(({ key }) => key)).toEqual([expect.not.stringMatching(`^${incident.key}$`)]);
  });
});
