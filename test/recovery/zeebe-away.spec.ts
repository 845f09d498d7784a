import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { AufgabeView } from '../../server/contract/views.js';
import { zeebeHealth } from '../../server/workflow/zeebe/index.js';
import { done } from '../support/closed-vorgang.js';
import { eventually } from '../support/api-client.js';
import { openWire, type Wire } from '../support/cut-wire.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { aufgabeOf, filedRechnung, perform, vorgangOf } from '../support/rechnung.js';
import { describeWithZeebe } from '../support/zeebe.js';

const HOUR = 3_600_000;
const RICHTIG = { entscheidung: 'richtig' };
const ROUNDS = Number(process.env['LAUFMAPPE_TEST_ZEEBE_ROUNDS'] ?? 6);
/** Program that kills the broker with SIGKILL and starts it again; without it the wire is cut instead. */
const KILL = process.env['LAUFMAPPE_TEST_ZEEBE_KILL'];

describeWithZeebe('a Zeebe that goes away', (zeebe) => {
  let wire: Wire;
  let office: TestOffice;

  beforeAll(async () => {
    wire = await openWire(zeebe);
    office = await openTestOffice({ zeebe: wire.address });
  });
  afterAll(async () => {
    await office.close();
    await wire.close();
  });

  const light = () => zeebeHealth(office.zeebe!);
  const ready = () => eventually(() => Promise.resolve(light().state === 'ok'), 'Zeebe to come back');
  /** Works on until the Vorgang shows what is waited for. */
  const settled = (vorgangId: string, arten: string[]) =>
    eventually(async () => {
      await office.settle().catch(() => undefined);
      const { aufgaben } = await vorgangOf(office, vorgangId);
      return (
        aufgaben
          .map(({ art }) => art)
          .sort()
          .join() === arten.join() || false
      );
    }, `${arten.join()} at ${vorgangId}`);

  it('for an hour leaves the inbox usable, is named by health in both languages, and gets everything when it is back', async () => {
    const { vorgangId } = await filedRechnung(office, { betragCent: 10_000 });
    const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
    wire.cut();
    done(await office.act('jana.petersen', 'aufgabe.completeAufgabe', { ...identity(aufgabe), data: RICHTIG }));
    await office.settle();
    await eventually(() => Promise.resolve(light().state === 'degraded'), 'health to say it');
    expect(light()).toMatchObject({
      de: expect.stringMatching(/^Zeebe ist seit .* nicht erreichbar/) as unknown,
      en: expect.stringMatching(/^Zeebe has been unreachable since/) as unknown,
    });
    expect((await vorgangOf(office, vorgangId)).zeichnungen).toHaveLength(1);
    office.bench.clock.advance(HOUR);
    const late = await filedRechnung(office, { betragCent: 20_000 });
    // What nobody heard of for so long is asked about; while nobody answers that changes nothing.
    await office.zeebe?.reconcile();
    await office.settle();
    expect((await vorgangOf(office, vorgangId)).aufgaben).toEqual([]);
    wire.mend();
    await ready();
    await settled(vorgangId, ['schlusszeichnung']);
    await settled(late.vorgangId, ['pruefung']);
  });

  it('loses nothing and doubles nothing, however often it goes in the middle of the work', async () => {
    const filed: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { vorgangId } = await filedRechnung(office, { betragCent: 10_000, nummer: `RE-${round}` });
      filed.push(vorgangId);
      await settled(vorgangId, ['pruefung']);
      const aufgabe = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
      const completed = office.act('jana.petersen', 'aufgabe.completeAufgabe', { ...identity(aufgabe), data: RICHTIG });
      await disturb(wire);
      await completed.catch(() => undefined);
      await ready();
      await settled(vorgangId, ['schlusszeichnung']);
    }
    for (const vorgangId of filed) {
      await perform(office, vorgangId, 'ruth.lindqvist', 'schlusszeichnung', { entscheidung: 'zurueckweisen' });
      await settled(vorgangId, ['rueckweisung']);
      const { register, zeichnungen } = await vorgangOf(office, vorgangId);
      expect(zeichnungen.map(({ art }) => art)).toEqual(['sachlich', 'schlusszeichnung']);
      expect(register.filter(({ art }) => art === 'vermerk')).toHaveLength(1);
    }
    const [twice] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
      queries.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM (SELECT 1 FROM aufgabe GROUP BY vorgang_id, element_id HAVING count(*) > 1) d`,
      ),
    );
    expect(twice?.count).toBe(0);
  }, 600_000);
});

function identity({ id, version }: AufgabeView) {
  return { aufgabeId: id, version };
}

/** Takes the cluster away at a moment that nobody chose, and gives it back. */
async function disturb(wire: Wire): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  if (KILL) {
    await promisify(execFile)(KILL);
    return;
  }
  wire.cut();
  await new Promise((resolve) => setImmediate(resolve));
  wire.mend();
}
