import { done } from '../../test/support/closed-vorgang.js';
import { protectedFor } from '../../test/support/rights.js';
import { destroyAll, ELEVEN_YEARS, released as destroyed, toDestroy } from '../../test/support/vernichtung.js';
import {
  jana,
  openWeitergabeBench,
  order,
  ruth,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { markOf } from '../platform/page-mark.js';
import { loadWeitergabe, loadWeitergaben } from './weitergabe.views.js';

let bench: WeitergabeBench;
beforeEach(async () => void (bench = await openWeitergabeBench()));
afterEach(() => bench.close());

const one = (id: string, login = jana) => bench.runner.transaction(bench.as(login), (tx) => loadWeitergabe(tx, id));
const page = async (state: 'beantragt' | null, before = '') => {
  const mark = markOf(before);
  if (mark === 'none') throw new Error(`no mark: ${before}`);
  return done(await bench.runner.transaction(bench.as(ruth), (tx) => loadWeitergaben(tx, state, mark)));
};

describe('the list of what is handed over', () => {
  it('F13 refuses a page that begins nowhere, and one Weitergabe to whoever does not see all that is in it', async () => {
    for (const wrong of ['x', '2026-11-24T09:00:00.000Z', `2026-13-24T09:00:00.000Z~${newId()}`, `~${newId()}`]) {
      expect(markOf(wrong)).toBe('none');
    }
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId));
    expect(await one(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(done(await one(weitergabeId)).dokumente).toHaveLength(2);
    await protectedFor(bench, akteId, [jana]);
    expect(await one(weitergabeId, ruth)).toMatchObject({ code: 'platform.notFound' });
    expect((await page(null)).items).toEqual([]);
    expect(done(await one(weitergabeId)).recipient).toBe('Nachbarkreis');
  });

  it('F13 goes page by page, none twice and none left out, also when many were ordered at one instant', async () => {
    const { akteId } = await someAkte(bench);
    const made: string[] = [];
    for (let count = 0; count < 52; count += 1) made.push(done(await order(bench, akteId)).weitergabeId);
    const first = await page(null);
    expect(first.items).toHaveLength(50);
    const second = await page(null, first.next ?? '');
    expect(second.next).toBeNull();
    const found = [...first.items, ...second.items].map(({ id }) => id);
    expect([...found].sort()).toEqual([...made].sort());
  });

  it('F13 finds what waits for the second person', async () => {
    const { akteId } = await someAkte(bench);
    done(await order(bench, akteId));
    const { weitergabeId } = done(await order(bench, akteId, { kind: 'zustaendigkeit' }));
    const { items } = await page('beantragt');
    expect(items).toMatchObject([
      { id: weitergabeId, state: 'beantragt', createdById: bench.personId(jana), downloads: { count: 0, most: 3 } },
    ]);
  });

  it('F13 names nothing and holds no byte of what was destroyed, and still says that it was handed over', async () => {
    const { akteId, vorgangId } = await toDestroy(bench);
    const finished = done(await order(bench, akteId, { days: 1 })).weitergabeId;
    bench.clock.advance(ELEVEN_YEARS);
    const { weitergabeId } = done(await order(bench, akteId));
    await bench.work();
    const { sha256 } = await stateOf(bench, weitergabeId);
    expect(sha256).not.toBeNull();
    await destroyed(bench, [vorgangId]);
    await destroyAll(bench);
    const shown = done(await one(weitergabeId));
    expect(shown).toMatchObject({
      ...{ state: 'gescheitert', dokumente: [], package: null, total: 1, recipient: 'Nachbarkreis' },
      problem: { code: 'weitergabe.packageLost' },
    });
    expect(done(await one(finished))).toMatchObject({ state: 'abgelaufen', dokumente: [], total: 1 });
    const [held] = await bench.database.withoutMandant.query<{ held: boolean }>(
      `SELECT object_is_referenced($1) AS held`,
      [sha256],
    );
    expect(held?.held).toBe(false);
  });
});
