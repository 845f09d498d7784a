import type { ActInput, PersonActName } from '../contract/acts.js';
import { newId } from '../platform/ids.js';
import { answer, asks, aufgabeIn, laufwegOf, mappe, seenIn, started, stationOf } from '../../test/support/laufwege.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../../test/support/office.js';
import { laufwegHandlers } from './run-laufweg.js';

const [JANA, DENIZ, TOMASZ, RUTH] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ruth.lindqvist'];
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

/** An act whose follow-ups wait, as after a crash right behind its commit. */
async function actAlone<Name extends PersonActName>(login: string, name: Name, input: ActInput<Name>) {
  const act = office.acts.find((known) => known.act === name);
  done((await office.runner.perform(office.bench.as(login), act as never, input, newId())) as object);
}

async function runningInstances(laufwegId: string): Promise<number> {
  const rows = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(`SELECT 1 FROM engine.instance WHERE business_key = $1 AND status = 'active'`, [laufwegId]),
  );
  return rows.length;
}

describe('the process of a Laufweg', () => {
  it('is begun once, however often its follow-up comes', async () => {
    const papers = await mappe(office);
    const laufwegId = await started(office, papers, asks(office, DENIZ));
    const handlers = laufwegHandlers(office.engine);
    const again = await office.runner.transaction(office.bench.system, async (tx) => {
      await handlers['laufweg.run'](tx, { laufwegId, run: 1 }, 'again');
      await handlers['laufweg.run'](tx, { laufwegId, run: 7 }, 'of a run that there is not');
      return {};
    });
    expect(again).toEqual({});
    await office.settle();
    expect(await runningInstances(laufwegId)).toBe(1);
    done(await answer(office, DENIZ, papers.vorgangId, 'mitzeichnen'));
    expect(await runningInstances(laufwegId)).toBe(0);
  });

  it('takes over an answer that came between a change and the next run, and asks nobody twice', async () => {
    const papers = await mappe(office);
    const { vorgangId } = papers;
    const laufwegId = await started(office, papers, asks(office, DENIZ), asks(office, RUTH, 'kenntnisnahme'));
    const { version } = await laufwegOf(office, vorgangId, laufwegId);
    const aufgabe = await aufgabeIn(office, DENIZ, vorgangId);
    const wish = { laufwegId, version, groupId: null, index: 1, lines: [asks(office, TOMASZ)] };
    await actAlone(JANA, 'laufweg.insertStation', wish);
    await actAlone(DENIZ, 'aufgabe.completeAufgabe', {
      ...{ aufgabeId: aufgabe?.id ?? '', version: aufgabe?.version ?? 0, data: { entscheidung: 'mitzeichnen' } },
      seen: aufgabe ? seenIn(aufgabe) : [],
    });
    await office.settle();
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toBeNull();
    expect(await aufgabeIn(office, TOMASZ, vorgangId)).not.toBeNull();
    expect(await runningInstances(laufwegId)).toBe(1);
    done(await answer(office, TOMASZ, vorgangId, 'mitzeichnen'));
    done(await answer(office, RUTH, vorgangId, 'kenntnis'));
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'fertig' });
    expect(await runningInstances(laufwegId)).toBe(0);
  });

  it('of a Laufweg that is changed before it has begun begins with what remains', async () => {
    const papers = await mappe(office);
    const { vorgangId, dokumente } = papers;
    const lines = [asks(office, DENIZ), asks(office, TOMASZ)];
    await actAlone(JANA, 'laufweg.startLaufweg', { vorgangId, dokumente, lines });
    const [{ id: laufwegId } = { id: '' }] = await office.bench.database.transaction(
      office.bench.mandantId,
      (queries) => queries.query<{ id: string }>(`SELECT id FROM laufweg WHERE vorgang_id = $1`, [vorgangId]),
    );
    const { id: stationId } = stationOf(await laufwegOf(office, vorgangId, laufwegId), 'Tomasz');
    await actAlone(JANA, 'laufweg.moveStation', { laufwegId, version: 1, stationId, groupId: null, index: 0 });
    await office.settle();
    expect(await aufgabeIn(office, DENIZ, vorgangId)).toBeNull();
    expect(await aufgabeIn(office, TOMASZ, vorgangId)).not.toBeNull();
    expect(await runningInstances(laufwegId)).toBe(1);
  });
});
