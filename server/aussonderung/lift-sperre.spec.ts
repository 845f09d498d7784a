import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { closedAt, sperreOn } from '../../test/support/retention.js';
import { newId } from '../platform/ids.js';
import { liftSperre } from './lift-sperre.js';
import { sperreObstacles } from './sperre.queries.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const lift = (sperreId: string, login = 'ruth.lindqvist', reason = 'Urteil ist rechtskräftig') =>
  bench.perform(login, liftSperre, { sperreId, reason });
const obstaclesOf = (vorgangId: string) =>
  bench.database.transaction(bench.mandantId, (queries) => sperreObstacles(queries, 'vorgang', vorgangId));

describe('liftSperre', () => {
  it.each(['helga.brandt', 'jana.petersen', 'amir.rakimov'])('F80 refuses %s, who may not lift', async (login) => {
    const { vorgangId } = await closedAt(bench);
    expect(await lift(await sperreOn(bench, 'vorgang', vorgangId), login)).toMatchObject({
      code: 'identity.notPermitted',
      message: { de: expect.stringContaining('aussonderung.liftSperre') as unknown },
    });
    expect(await obstaclesOf(vorgangId)).toHaveLength(1);
  });

  it('refuses an unknown Sperre, one without a reason, and one that is lifted already', async () => {
    const { vorgangId } = await closedAt(bench);
    const sperreId = await sperreOn(bench, 'vorgang', vorgangId);
    expect(await lift(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await lift(sperreId, 'ruth.lindqvist', '')).toMatchObject({ code: 'platform.invalidInput' });
    done(await lift(sperreId));
    expect(await lift(sperreId)).toMatchObject({
      code: 'aussonderung.sperreLifted',
      message: { de: expect.stringContaining('24.11.2026') as unknown },
    });
  });

  it('F80 lifts one and leaves the others, and keeps what it was', async () => {
    const { akteId, vorgangId } = await closedAt(bench);
    const first = await sperreOn(bench, 'vorgang', vorgangId, 'Klage eins');
    await sperreOn(bench, 'akte', akteId, 'Klage zwei');
    expect(await lift(first)).toEqual({ objectId: vorgangId });
    expect((await obstaclesOf(vorgangId)).map(({ message }) => message.de)).toEqual([
      'Sperre auf der Akte seit 24.11.2026: Klage zwei',
    ]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aussonderung.liftSperre',
      payload: { reason: 'Urteil ist rechtskräftig' },
    });
  });

  it('F80 never lets a lifted Sperre be changed, nor any be removed', async () => {
    const { vorgangId } = await closedAt(bench);
    const sperreId = await sperreOn(bench, 'vorgang', vorgangId);
    done(await lift(sperreId));
    const change = `UPDATE sperre SET lifted_at = NULL, lifted_by = NULL, lifting_reason = NULL WHERE id = $1`;
    await expect(bench.sql(change, [sperreId])).rejects.toMatchObject({ code: '23001' });
    await expect(bench.sql('DELETE FROM sperre WHERE id = $1', [sperreId])).rejects.toMatchObject({ code: '42501' });
    await expect(bench.sql(`UPDATE sperre SET reason = 'x'`)).rejects.toMatchObject({ code: '42501' });
  });
});
