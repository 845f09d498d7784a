import { done } from '../../test/support/closed-vorgang.js';
import { protectedFor } from '../../test/support/rights.js';
import {
  jana,
  openWeitergabeBench,
  order,
  ruth,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { releaseWeitergabe } from './release-weitergabe.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const release = (login: string, weitergabeId: string, version = 1) =>
  bench.perform(login, releaseWeitergabe, { weitergabeId, version });

async function requested(login = jana) {
  const akte = await someAkte(bench);
  return { ...akte, ...done(await order(bench, akte.akteId, { kind: 'zustaendigkeit' }, login)) };
}

describe('releaseWeitergabe', () => {
  it('F13 refuses without the permission, an unknown one, an old version, and what has been released', async () => {
    const { weitergabeId } = await requested();
    expect(await release(jana, weitergabeId)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await release(ruth, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await release(ruth, weitergabeId, 7)).toMatchObject({ code: 'platform.stale' });
    done(await release(ruth, weitergabeId));
    expect(await release(ruth, weitergabeId, 2)).toMatchObject({ code: 'weitergabe.otherState' });
  });

  it('F13 refuses whoever has asked for it, and so does the database', async () => {
    const { weitergabeId } = await requested(ruth);
    expect(await release(ruth, weitergabeId)).toMatchObject({ code: 'weitergabe.samePerson' });
    const forced = `UPDATE weitergabe SET state = 'wartet', released_by_id = created_by_id WHERE id = $1`;
    await expect(bench.sql(forced, [weitergabeId])).rejects.toThrow('check constraint');
    await expect(bench.sql(`UPDATE weitergabe SET state = 'wartet' WHERE id = $1`, [weitergabeId])).rejects.toThrow(
      'check constraint',
    );
  });

  it('F13 refuses what has come under a Sperre meanwhile, and what the second person does not see', async () => {
    const held = await requested();
    done(await bench.perform(ruth, setSperre, { objectKind: 'akte', objectId: held.akteId, reason: 'Klage anhängig' }));
    expect(await release(ruth, held.weitergabeId)).toMatchObject({ code: 'weitergabe.underSperre' });
    const hidden = await requested();
    await protectedFor(bench, hidden.akteId, [jana]);
    expect(await release(ruth, hidden.weitergabeId)).toMatchObject({ code: 'platform.notFound' });
  });

  it('F13 lets the package be made, and tells the Protokoll of the Akte', async () => {
    const { weitergabeId, akteId } = await requested();
    expect(done(await release(ruth, weitergabeId))).toEqual({ version: 2 });
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'wartet', version: 2 });
    expect((await bench.followUps('weitergabe.pack')).filter(({ key }) => key === weitergabeId)).toHaveLength(1);
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({
      ...{ action: 'weitergabe.releaseWeitergabe', correlationId: weitergabeId, actor: bench.personId(ruth) },
    });
  });
});
