import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  offered,
  openWeitergabeBench,
  otherMandant,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { acceptAngebot } from './accept-angebot.js';
import { deferAngebot } from './defer-angebot.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeAll(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterAll(() => bench.close());

describe('deferAngebot', () => {
  it('F13 refuses nothing and changes nothing where nobody is taking anything over', async () => {
    const { weitergabeId } = await offered(bench, other);
    const context = { mandantId: other.mandantId, actor: bench.system.actor };
    const input = { angebotId: weitergabeId, problem: 'weitergabe.notReadable' } as const;
    done(await bench.runner.run(context, deferAngebot, input));
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'offen', version: 1, problem: null });
  });

  it('F13 takes nothing of a package in which one file is not accepted, opens the offer again and says why on both sides', async () => {
    const programm = `MZ${'\0'.repeat(200)}`;
    const { weitergabeId, akteId } = await offered(bench, other, { texts: ['Angebot', programm] });
    const taken = () => other.sql(`SELECT id FROM akte UNION ALL SELECT id FROM import_run`);
    const before = await taken();
    const accept = { angebotId: weitergabeId, version: 1, einheitId: other.einheitId };
    done(await bench.runner.perform(other.context, acceptAngebot, accept, newId()));
    await bench.work();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'offen', problem: 'weitergabe.notReadable' });
    expect(await taken()).toEqual(before);
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({ payload: { answer: 'zurueckgestellt' } });
  });

  it('F13 takes nothing when the position is closed meanwhile, and can be accepted into another one', async () => {
    const { weitergabeId } = await offered(bench, other);
    const accept = (version: number, einheitId: string) =>
      bench.runner.perform(other.context, acceptAngebot, { angebotId: weitergabeId, version, einheitId }, newId());
    done(await accept(1, other.einheitId));
    await other.sql(`UPDATE aktenplaneinheit SET stillgelegt = true WHERE id = $1`, [other.einheitId]);
    await bench.work();
    const deferred = await angebotOf(other, weitergabeId);
    expect(deferred).toMatchObject({ state: 'offen', problem: 'weitergabe.notReadable' });
    await other.sql(`UPDATE aktenplaneinheit SET stillgelegt = false WHERE id = $1`, [other.einheitId]);
    done(await accept(deferred?.version ?? 0, other.einheitId));
    await bench.work();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'angenommen' });
  });
});
