import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { ROLE_PERMISSIONS, type Role } from '../contract/permissions.js';
import { newId } from '../platform/ids.js';
import { AKTENPLAN } from './aktenplan.js';
import { demoPasswordHash, seedMandant } from './seed-mandant.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('seedMandant', () => {
  it('refuses to fill a Mandant a second time, and leaves it as it was', async () => {
    const input = { passwordHash: await demoPasswordHash(), keys: [] };
    await expect(bench.run(seedMandant, input)).rejects.toMatchObject({ code: '23505' });
    expect(await bench.sql(`SELECT count(*)::int AS people FROM person`)).toEqual([{ people: 8 }]);
  });

  it('leaves nothing of a Mandant whose login names are taken', async () => {
    const second = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;
    const input = { passwordHash: await demoPasswordHash(), keys: [] };
    await expect(bench.runner.run(second, seedMandant, input)).rejects.toMatchObject({ code: '23505' });
    const [count] = await bench.database.transaction(second.mandantId, (queries) =>
      queries.query(`SELECT count(*)::int AS units FROM unit`),
    );
    expect(count).toEqual({ units: 0 });
  });

  it('gives every role to somebody', async () => {
    const roles = await bench.sql<{ role: Role }>(`SELECT DISTINCT role FROM person_role ORDER BY role`);
    expect(roles.map(({ role }) => role)).toEqual(Object.keys(ROLE_PERMISSIONS).sort());
  });

  it('hangs every position of the Aktenplan below the one its number begins with', async () => {
    const rows = await bench.sql<{ kennzeichen: string; parent: string | null }>(
      `SELECT e.kennzeichen, p.kennzeichen AS parent FROM aktenplaneinheit e
         LEFT JOIN aktenplaneinheit p ON p.id = e.parent_id ORDER BY e.kennzeichen`,
    );
    expect(rows).toHaveLength(AKTENPLAN.length);
    const astray = rows.filter(({ kennzeichen, parent }) => {
      const above = kennzeichen.split('.').slice(0, -1).join('.');
      return parent !== (above || null);
    });
    expect(astray).toEqual([]);
  });

  it('marks the Mandant as a demo and says in the Protokoll how much was made', async () => {
    expect(await bench.sql(`SELECT name, kind FROM mandant`)).toEqual([{ name: 'Musterkreis', kind: 'demo' }]);
    expect(await bench.protokoll(bench.mandantId)).toMatchObject([
      { action: 'demo.seedMandant', payload: { people: 8, aktenplaneinheiten: AKTENPLAN.length } },
    ]);
  });
});
