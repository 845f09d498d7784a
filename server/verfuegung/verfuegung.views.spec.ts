import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { otherMandant } from '../../test/support/weitergaben.js';
import { classifyRecord } from '../access/classify-record.js';
import { newId } from '../platform/ids.js';
import { orderVerfuegung } from './order-verfuegung.js';
import { verfuegungenOfVorgang } from './verfuegung.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function orderedHere() {
  const { vorgangId } = await openedVorgang(bench);
  const who = { kind: 'person', personId: bench.personId('ruth.lindqvist') };
  const input = { vorgangId, dokument: null, punkte: [{ art: 'zK', who, text: 'Nur für uns' }, { art: 'zdA' }] };
  done(await bench.perform('jana.petersen', orderVerfuegung, input));
  return vorgangId;
}

describe('verfuegungenOfVorgang', () => {
  it('shows nothing of another Mandant, and lets nobody order there', async () => {
    const vorgangId = await orderedHere();
    const other = await otherMandant(bench);
    for (const table of ['verfuegung', 'verfuegung_punkt', 'verfuegung_dokument']) {
      expect(await other.sql(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    const input = { vorgangId, dokument: null, punkte: [{ art: 'zdA' as const }] };
    const answer = await bench.runner.perform(other.context, orderVerfuegung, input, newId());
    expect(answer).toMatchObject({ kind: 'rejection' });
    const foreign = done(await bench.runner.transaction(other.context, (tx) => verfuegungenOfVorgang(tx, vorgangId)));
    expect(foreign).toEqual([]);
  });

  it('shows nothing to somebody who does not see the Vorgang', async () => {
    const vorgangId = await orderedHere();
    const [akte] = await bench.sql<{ id: string; version: number }>(
      `SELECT a.id, a.version FROM akte a JOIN vorgang v ON v.akte_id = a.id WHERE v.id = $1`,
      [vorgangId],
    );
    const secret = { kind: 'akte', ...akte, stufe: 'vertraulich', reason: 'Personalsache' };
    done(await bench.perform('helga.brandt', classifyRecord, secret));
    const read = (login: string) =>
      bench.runner.transaction(bench.as(login), (tx) => verfuegungenOfVorgang(tx, vorgangId));
    expect(await read('jana.petersen')).toEqual([]);
    expect(await read('ruth.lindqvist')).toHaveLength(1);
  });
});
