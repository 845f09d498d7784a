import { done } from '../../test/support/closed-vorgang.js';
import { otherMandant } from '../../test/support/weitergaben.js';
import {
  jana,
  openWeitergabeBench,
  order,
  secrets,
  someAkte,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { passwordFits } from '../identity/password.js';
import { newId } from '../platform/ids.js';
import { renewCode } from './renew-code.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const renew = (login: string, weitergabeId: string, version: number, code = secrets().code) =>
  bench.perform(login, renewCode, { weitergabeId, version, code });

describe('renewCode', () => {
  it('F13 refuses without the permission, an unknown one, a weak code, an old version, and a link that has ended', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    expect(await renew('kim.okafor', weitergabeId, 1)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await renew(jana, newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await renew(jana, weitergabeId, 1, '1234')).toMatchObject({ code: 'platform.invalidInput' });
    expect(await renew(jana, weitergabeId, 4)).toMatchObject({ code: 'platform.stale' });
    done(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version: 1, reason: 'Irrtum' }));
    expect(await renew(jana, weitergabeId, 2)).toMatchObject({ code: 'weitergabe.otherState' });
  });

  it('F13 refuses where there is no link: another Mandant needs no code', async () => {
    const other = await otherMandant(bench);
    const { akteId } = await someAkte(bench);
    const ordered = await order(bench, akteId, { to: { kind: 'mandant', mandantId: other.mandantId } });
    expect(await renew(jana, done(ordered).weitergabeId, 1)).toMatchObject({ code: 'weitergabe.noLink' });
  });

  it('F13 makes the new code the only one, and keeps a hash of it alone', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    const { code } = secrets();
    expect(done(await renew(jana, weitergabeId, 1, code))).toEqual({ version: 2 });
    const [row] = await bench.sql<{ hash: string }>(`SELECT code_hash AS hash FROM weitergabe WHERE id = $1`, [
      weitergabeId,
    ]);
    expect(await passwordFits(row!.hash, code)).toBe(true);
    expect(row!.hash).not.toContain(code);
    expect(JSON.stringify(await bench.protokoll(akteId))).not.toContain(code);
  });
});
