import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  jana,
  offered,
  openWeitergabeBench,
  otherMandant,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { acceptAngebot } from './accept-angebot.js';
import { claimWeitergabe } from './claim-weitergabe.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeAll(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterAll(() => bench.close());

const claim = (weitergabeId: string, comingFrom = other.mandantId) =>
  inOtherMandant(bench.runner, { mandantId: bench.mandantId, correlationId: weitergabeId }, claimWeitergabe, {
    weitergabeId,
    comingFrom,
  });
const accept = (angebotId: string) =>
  bench.runner.perform(other.context, acceptAngebot, { angebotId, version: 1, einheitId: other.einheitId }, newId());

describe('claimWeitergabe', () => {
  it('F13 refuses a Mandant that it was not offered to, an unknown one, and what was withdrawn meanwhile', async () => {
    const { weitergabeId } = await offered(bench, other);
    const notGiven = { code: 'weitergabe.notGiven' };
    expect(await claim(weitergabeId, newId())).toMatchObject(notGiven);
    expect(await claim(newId())).toMatchObject(notGiven);
    const { version } = await stateOf(bench, weitergabeId);
    done(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version, reason: 'Irrtum' }));
    expect(await claim(weitergabeId)).toMatchObject(notGiven);
  });

  it('F13 refuses the responsibility while a Sperre lies on the Akte: the offer stays and says so', async () => {
    const { weitergabeId, akteId } = await offered(bench, other, { kind: 'zustaendigkeit' });
    const sperre = { objectKind: 'akte', objectId: akteId, reason: 'Klage anhängig' };
    done(await bench.perform('ruth.lindqvist', setSperre, sperre));
    done(await accept(weitergabeId));
    await bench.work();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'offen', problem: 'weitergabe.notGiven' });
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
    expect(await other.sql(`SELECT id FROM akte`)).toEqual([]);
  });

  it('F13 can no longer be withdrawn once it is claimed, and is claimed once however often', async () => {
    const { weitergabeId, akteId } = await offered(bench, other);
    expect(await claim(weitergabeId)).toBeNull();
    expect(await claim(weitergabeId)).toBeNull();
    const { state, version } = await stateOf(bench, weitergabeId);
    expect(state).toBe('uebernahme');
    expect(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version, reason: 'Irrtum' })).toMatchObject({
      code: 'weitergabe.otherState',
    });
    const claims = (await bench.protokoll(akteId)).filter(({ action }) => action === 'weitergabe.claimWeitergabe');
    expect(claims).toHaveLength(1);
  });
});
