import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { idOf, openedVorgang } from '../../test/support/records.js';
import { protectedFor, readerOf, rule, sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { withdrawRule } from './withdraw-rule.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const withdraw = (ruleId: string, login = 'helga.brandt') => bench.perform(login, withdrawRule, { ruleId });

describe('withdrawRule', () => {
  it('refuses whoever lacks the permission, and whoever does not manage the place', async () => {
    const ruleId = await readerOf(bench, '20.11', 'jana.petersen');
    expect(await withdraw(ruleId, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await withdraw(ruleId, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage' });
  });

  it('refuses an unknown rule', async () => {
    expect(await withdraw(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses to leave the Aktenplan or a protected Akte without anybody who manages it', async () => {
    const [last] = await bench.sql<{ id: string }>(`SELECT id FROM access_rule WHERE level = 3 AND akte_id IS NULL`);
    expect(await withdraw(last!.id)).toMatchObject({ code: 'access.nobodyLeft' });
    const { akteId } = await openedVorgang(bench);
    await protectedFor(bench, akteId, ['jana.petersen']);
    const [only] = await bench.sql<{ id: string }>(`SELECT id FROM access_rule WHERE akte_id = $1 AND level = 3`, [
      akteId,
    ]);
    expect(await withdraw(only!.id)).toMatchObject({ code: 'access.nobodyLeft' });
  });

  it('refuses one of two who withdraw the last two managers of a place at once', async () => {
    const { akteId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    const place = { kind: 'akte', id: akteId } as const;
    await rule(bench, place, { kind: 'person', id: bench.personId('helga.brandt') }, 'manage');
    const rules = await bench.sql<{ id: string }>(`SELECT id FROM access_rule WHERE akte_id = $1`, [akteId]);
    const answers = await Promise.all(rules.map(({ id }) => withdraw(id)));
    expect(answers.filter((answer) => 'ruleId' in answer)).toHaveLength(1);
    const left = await bench.sql(`SELECT 1 FROM access_rule WHERE akte_id = $1 AND level = 3`, [akteId]);
    expect(left).toHaveLength(1);
  });

  it('takes the right from everybody who had it by this rule alone, and tells the Protokoll', async () => {
    const { vorgangId } = await openedVorgang(bench, '32.11.01');
    await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
    const ruleId = await readerOf(bench, '32', 'jana.petersen');
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(true);
    expect(await withdraw(ruleId)).toEqual({ ruleId });
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(false);
    const einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '32');
    expect(await bench.protokoll(einheitId)).toMatchObject([
      { payload: { text: { de: expect.stringContaining('zurückgenommen: Jana Petersen') } } },
    ]);
  });
});
