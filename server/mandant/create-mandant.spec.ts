import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { aMandant, created, within } from '../../test/support/mandanten.js';
import { newMandantSchema } from './create-mandant.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('createMandant', () => {
  it('refuses a short code and a login name that another Mandant has, and leaves nothing behind', async () => {
    const first = done(await created(bench));
    expect(await created(bench, aMandant({ code: first.code }))).toMatchObject({ code: 'mandant.codeTaken' });
    const before = await count();
    const sameLogin = aMandant({ administrator: { login: 'jana.petersen', name: 'Jana Petersen' } });
    expect(await created(bench, sameLogin)).toMatchObject({ code: 'mandant.loginTaken' });
    expect(await count()).toBe(before);
  });

  it.each([
    ['a name with hidden characters', { name: 'Amt\u202E' }],
    ['no name', { name: ' ' }],
    ['a code with a path', { code: '../x' }],
    ['a code in capitals', { code: 'AMT' }],
    ['a login with blanks', { administrator: { login: 'a b c', name: 'Łucja Świątek' } }],
    ['10,000 characters', { unit: { code: '10', name: 'x'.repeat(10_000) } }],
  ])('is never asked with %s', (_what, own) => {
    expect(newMandantSchema.safeParse(aMandant(own)).success).toBe(false);
  });

  it('makes a Mandant with a unit, an administrator whom no password lets in, and a Protokoll that begins with it', async () => {
    const input = aMandant();
    const { mandantId } = done(await created(bench, input));
    expect(await within(bench, mandantId, `SELECT code, kind, letterhead ->> 'place' AS place FROM mandant`)).toEqual([
      { code: input.code, kind: 'productive', place: '12345 Musterstadt' },
    ]);
    expect(
      await within(
        bench,
        mandantId,
        `SELECT p.login, p.password_hash AS hash, u.name AS unit,
                ARRAY(SELECT role FROM person_role r WHERE r.person_id = p.id ORDER BY role) AS roles
           FROM person p JOIN unit u ON u.id = p.unit_id`,
      ),
    ).toEqual([
      { login: input.administrator.login, hash: '', unit: 'Hauptamt', roles: ['administration', 'registratur'] },
    ]);
    expect(await within(bench, mandantId, `SELECT sequence::int, action, actor FROM protokoll`)).toEqual([
      { sequence: 1, action: 'mandant.createMandant', actor: 'mandanten/test' },
    ]);
    expect(await within(bench, mandantId, `SELECT used_at FROM invitation`)).toEqual([{ used_at: null }]);
    expect(await within(bench, bench.mandantId, `SELECT 1 FROM mandant WHERE code = $1`, [input.code])).toEqual([]);
  });
});

async function count(): Promise<number> {
  const rows = await bench.database.withoutMandant.query('SELECT list_mandanten()');
  return rows.length;
}
