import { done } from '../../test/support/closed-vorgang.js';
import { asked, openErsuchenBench, standsAt, type ErsuchenBench } from '../../test/support/ersuchen.js';
import { newId } from '../platform/ids.js';
import { refuseErsuchen } from './refuse-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const refuse = (ersuchenId: string, version = 1, reason = 'Nicht zuständig', context = bench.other.context) =>
  bench.runner.perform(context, refuseErsuchen, { ersuchenId, version, reason }, newId());

describe('refuseErsuchen', () => {
  it('F39 refuses whoever may not receive, whoever asked, an old version, no reason, and one that has ended', async () => {
    const { ersuchenId } = await asked(bench);
    const ours = (login: string) => refuse(ersuchenId, 1, 'warum', bench.as(login));
    expect(await ours('jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await ours('helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await refuse(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await refuse(ersuchenId, 4)).toMatchObject({ code: 'platform.stale' });
    expect(await refuse(ersuchenId, 1, '')).toMatchObject({ code: 'platform.invalidInput' });
    done(await refuse(ersuchenId));
    expect(await refuse(ersuchenId, 2)).toMatchObject({ code: 'ersuchen.ended' });
  });

  it('F39 lets go of what came along, and keeps the name of whoever refused in its own Mandant', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    expect(await refuse(ersuchenId)).toEqual({ version: 2 });
    const person = bench.other.context.actor.kind === 'person' ? bench.other.context.actor.name : '';
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'abgelehnt', by: person, travelling: 0 });
    await bench.work();
    expect(JSON.stringify(await bench.protokoll(vorgangId))).not.toContain(person);
  });
});
