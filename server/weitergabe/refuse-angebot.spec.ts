import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  givenOf,
  offered,
  openWeitergabeBench,
  otherMandant,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { refuseAngebot } from './refuse-angebot.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeAll(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterAll(() => bench.close());

const refuse = (angebotId: string, version = 1, reason = 'Nicht zuständig', context = other.context) =>
  bench.runner.perform(context, refuseAngebot, { angebotId, version, reason }, newId());

describe('refuseAngebot', () => {
  it('F13 refuses whoever may not receive, an unknown offer, an old version, no reason, and one that is answered', async () => {
    const { weitergabeId } = await offered(bench, other);
    expect(await refuse(weitergabeId, 1, 'warum', bench.as('jana.petersen'))).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(await refuse(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await refuse(weitergabeId, 3)).toMatchObject({ code: 'platform.stale' });
    expect(await refuse(weitergabeId, 1, '')).toMatchObject({ code: 'platform.invalidInput' });
    done(await refuse(weitergabeId));
    expect(await refuse(weitergabeId, 2)).toMatchObject({ code: 'weitergabe.angebotEnded' });
  });

  it('F13 tells the reason and no name to the other side, where the Akte is worked in again', async () => {
    const { weitergabeId, akteId } = await offered(bench, other, { kind: 'zustaendigkeit' });
    done(await refuse(weitergabeId));
    await bench.work();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'abgelehnt', sha256: null });
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'abgelehnt', sha256: null });
    expect(await givenOf(bench, akteId)).toEqual({ to: null, on: null });
    const row = (await bench.protokoll(akteId)).at(-1);
    expect(row).toMatchObject({
      action: 'weitergabe.recordAnswer',
      payload: { answer: 'abgelehnt', reason: 'Nicht zuständig' },
    });
    const person = other.context.actor.kind === 'person' ? other.context.actor.name : '';
    expect(JSON.stringify(row)).not.toContain(person);
  });
});
