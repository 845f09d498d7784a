import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { certainLetters, filedAlone, filedAsBatch } from '../../test/support/certain.js';
import { done } from '../../test/support/closed-vorgang.js';
import { versionOf } from '../../test/support/records.js';
import { closable, counts, planned, shown, started, workOff } from '../../test/support/stapel.js';
import { unassignEingang } from '../posteingang/unassign-eingang.js';
import { newId } from '../platform/ids.js';
import { planFiling } from './plan-filing.js';
import { startStapel } from './start-stapel.js';
import { takeBackStapel } from './take-back-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
beforeEach(async () => {
  await bench.sql(`UPDATE eingang SET state = 'klaerung' WHERE state = 'geprueft'`);
});
afterAll(() => bench.close());

const takeBack = (stapelId: string, login = 'ines.vogt') => bench.perform(login, takeBackStapel, { stapelId });
const statesOf = (ids: readonly string[]) =>
  bench
    .sql<{ state: string }>(
      `SELECT e.state FROM unnest($1::uuid[]) WITH ORDINALITY w (id, nr) JOIN eingang e USING (id) ORDER BY w.nr`,
      [ids],
    )
    .then((rows) => rows.map(({ state }) => state));

describe('takeBackStapel', () => {
  it('refuses whoever may run no batch, somebody else, and a batch that is not there', async () => {
    await certainLetters(bench, 1);
    const stapelId = await filedAsBatch(bench);
    expect(await takeBack(stapelId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await takeBack(stapelId, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await takeBack(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a batch of acts that have no way back', async () => {
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', [await closable(bench)]);
    await workOff(bench);
    expect(await takeBack(stapelId, 'jana.petersen')).toMatchObject({ code: 'stapel.noWayBack' });
  });

  it('refuses what was never started, and what has been taken back already', async () => {
    await certainLetters(bench, 1);
    const waiting = done(await bench.perform('ines.vogt', planFiling, { confidence: 'sicher' })).stapelId;
    expect(await takeBack(waiting)).toMatchObject({ code: 'stapel.notStarted' });
    await workOff(bench);
    expect(await takeBack(waiting)).toMatchObject({ code: 'stapel.notStarted' });
    done(await bench.perform('ines.vogt', startStapel, { stapelId: waiting }));
    await workOff(bench);
    done(await takeBack(waiting));
    expect(await takeBack(waiting)).toMatchObject({ code: 'stapel.takenBack' });
  });

  it('refuses where the batch has done nothing', async () => {
    const { eingangIds, vorgangId } = await certainLetters(bench, 1);
    const { stapelId } = done(await bench.perform('ines.vogt', planFiling, { confidence: 'sicher' }));
    await workOff(bench);
    done(await bench.perform('ines.vogt', startStapel, { stapelId }));
    await filedAlone(bench, eingangIds[0] ?? '', vorgangId);
    await workOff(bench);
    expect(await takeBack(stapelId)).toMatchObject({ code: 'stapel.empty' });
  });

  it('takes back each that nothing has happened to, and says of the others why they stay', async () => {
    const { eingangIds, vorgangId } = await certainLetters(bench, 4);
    const [free, used, alone, again] = eingangIds as [string, string, string, string];
    const stapelId = await filedAsBatch(bench);
    await bench.sql(`UPDATE dokument SET version = 2 WHERE eingang_id = $1`, [used]);
    for (const eingangId of [alone, again]) {
      const version = await versionOf(bench, 'eingang', eingangId);
      done(await bench.perform('ines.vogt', unassignEingang, { eingangId, version }));
    }
    await filedAlone(bench, again, vorgangId);
    const back = done(await takeBack(stapelId));
    expect(back.total).toBe(4);
    await workOff(bench);
    const rows = await bench.sql<{ code: string | null; state: string }>(
      `SELECT rejection ->> 'code' AS code, state FROM stapel_posten WHERE stapel_id = $1 ORDER BY nummer`,
      [back.stapelId],
    );
    expect(rows.map(({ code, state }) => code ?? state)).toEqual([
      'erledigt',
      'posteingang.dokumentUsed',
      'posteingang.notFiled',
      'posteingang.filedAnew',
    ]);
    expect(await statesOf([free, used, alone, again])).toEqual(['geprueft', 'zugeordnet', 'geprueft', 'zugeordnet']);
    expect(await shown(bench, 'ines.vogt', stapelId)).toMatchObject({ wayBack: 'used' });
    expect(await shown(bench, 'ines.vogt', back.stapelId ?? '')).toMatchObject({
      ...{ state: 'fertig', wayBack: 'abort', counts: counts({ erledigt: 1, abgelehnt: 3 }) },
      labels: [{ de: 'Ablegen zurücknehmen' }],
    });
  });

  it('ends a batch that still runs before it takes back what was done', async () => {
    const { eingangIds } = await certainLetters(bench, 2);
    const { stapelId } = done(await bench.perform('ines.vogt', planFiling, { confidence: 'sicher' }));
    await workOff(bench);
    done(await bench.perform('ines.vogt', startStapel, { stapelId }));
    expect(await takeBack(stapelId)).toEqual({ stapelId: null, total: 0 });
    await workOff(bench);
    expect(await shown(bench, 'ines.vogt', stapelId)).toMatchObject({ state: 'abgebrochen', counts: { bereit: 2 } });
    expect(await statesOf(eingangIds)).toEqual(['geprueft', 'geprueft']);
  });

  it('joins its rows of the Protokoll by an id of its own, and names the batch that it takes back', async () => {
    const { vorgangId } = await certainLetters(bench, 2);
    const stapelId = await filedAsBatch(bench);
    const { stapelId: back } = done(await takeBack(stapelId));
    await workOff(bench);
    const rows = await bench.sql<{ action: string; payload: { takesBack?: string } }>(
      `SELECT k.action, l.payload FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence)
        WHERE k.correlation_id = $1 ORDER BY k.sequence`,
      [back],
    );
    const [first, ...more] = rows.filter(({ action }) => !action.startsWith('aufgabe.'));
    expect(first).toMatchObject({ action: 'stapel.takeBackStapel', payload: { takesBack: stapelId } });
    expect(more.map(({ action }) => action)).toEqual([
      'posteingang.unassignEingang',
      'posteingang.unassignEingang',
      'stapel.finishStapel',
    ]);
    expect(await bench.sql(`SELECT 1 FROM dokument WHERE vorgang_id = $1 AND place = 'register'`, [vorgangId])).toEqual(
      [],
    );
    expect(await planned(bench, 'ines.vogt', 'unassignEingang', [newId()], { stapelId })).toMatchObject({ total: 1 });
  });
});
