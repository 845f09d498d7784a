import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import type { Examination } from '../contract/examination.js';
import type { EingangView } from '../contract/views.js';
import { assignEingang } from './assign-eingang.js';
import { loadHitRate } from './hit-rate.views.js';
import { loadEingang } from './posteingang.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

interface Said {
  readonly akteId: string;
  readonly kind?: string;
  readonly sender?: string;
}

async function file(found: Partial<Examination>, { akteId, ...said }: Said): Promise<string> {
  const eingangId = await examinedEingang(bench, found);
  const version = await versionOf(bench, 'eingang', eingangId);
  const target = { kind: 'akte', akteId, vorgangBetreff: 'Nachtrag' } as const;
  const input = { eingangId, version, target, betreff: 'Brief', letterDate: null, processId: null, ...said };
  done(await bench.perform('ines.vogt', assignEingang, input));
  return eingangId;
}

const view = async (found: Partial<Examination>) => {
  const id = await examinedEingang(bench, found);
  return done<EingangView>(
    await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadEingang(tx, id, bench.clock.today())),
  );
};

async function rate(login: string, kennzeichen: string) {
  const { rows } = done(await bench.runner.transaction(bench.as(login), (tx) => loadHitRate(tx, bench.clock.today())));
  return rows.find((row) => row.kennzeichen === kennzeichen);
}

describe('the hit rate', () => {
  it('F23 says nothing about fewer than five, and then counts what was taken and what was corrected', async () => {
    const kennzeichen = '20.11.01';
    const { akteId } = await openedVorgang(bench, kennzeichen);
    const found = { sender: 'Zählwerk GmbH', kind: 'antrag' } as const;
    for (let count = 0; count < 4; count++) await file(found, { akteId });
    expect(await rate('ines.vogt', kennzeichen)).toBeUndefined();
    await file(found, { akteId, kind: 'widerspruch', sender: 'Zählwerk Nord GmbH' });
    // The first letter of this sender had no proposal, which counts as none taken.
    expect(await rate('ines.vogt', kennzeichen)).toMatchObject({
      first: { taken: 4, of: 5 },
      any: { taken: 4, of: 5 },
      kind: { taken: 4, of: 5 },
      sender: { taken: 4, of: 5 },
    });
  });

  it('F23 counts nothing that the person does not see', async () => {
    const kennzeichen = '10.11.01';
    const { akteId } = await openedVorgang(bench, kennzeichen);
    for (let count = 0; count < 5; count++) await file({ sender: 'Verborgen AG' }, { akteId });
    expect(await rate('ruth.lindqvist', kennzeichen)).toMatchObject({ any: { of: 5 } });
    await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [akteId]);
    expect(await rate('ruth.lindqvist', kennzeichen)).toBeUndefined();
  });

  it('F23 lets later proposals follow what people have corrected', async () => {
    const { akteId } = await openedVorgang(bench, '20.31.04');
    const found = { sender: 'info@dach.example', senderAddress: 'Info@Dach.example' };
    for (let count = 0; count < 3; count++) await file(found, { akteId, kind: 'antrag', sender: 'Dachbau Ṟaḵīmov' });
    const { suggested, proposals } = await view({ ...found, senderAddress: 'info@dach.example' });
    expect(suggested).toMatchObject({
      sender: { value: 'Dachbau Ṟaḵīmov', reason: { de: 'so bei 3 früheren Sendungen von dieser Adresse' } },
      kind: { value: 'antrag', reason: { de: '3 von 3 früheren Sendungen dieses Absenders' } },
    });
    expect(proposals[0]).toMatchObject({ target: { kind: 'akte', akteId } });
    const eingangId = await file(found, { akteId });
    const [row] = await bench.sql<{ vorgangId: string }>(
      `SELECT vorgang_id AS "vorgangId" FROM eingang WHERE id = $1`,
      [eingangId],
    );
    const entry = (await bench.protokoll(row!.vorgangId)).find(({ action }) => action === 'posteingang.assignEingang');
    expect(entry?.payload).toMatchObject({
      filing: { taken: 1, proposed: { kind: 'antrag', sender: 'Dachbau Ṟaḵīmov' }, kind: 'antrag' },
    });
  });
});
