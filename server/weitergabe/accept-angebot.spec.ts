import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  offered,
  openWeitergabeBench,
  otherMandant,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { acceptAngebot } from './accept-angebot.js';

const DAY = 86_400_000;
let bench: WeitergabeBench;
let other: OtherMandant;
beforeEach(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterEach(() => bench.close());

const accept = (angebotId: string, version = 1, einheitId = other.einheitId, context = other.context) =>
  bench.runner.perform(context, acceptAngebot, { angebotId, version, einheitId }, newId());

describe('acceptAngebot', () => {
  it('F13 refuses whoever may not receive, and everybody of another Mandant, whatever they know', async () => {
    const { weitergabeId } = await offered(bench, other);
    expect(await accept(weitergabeId, 1, other.einheitId, bench.as('jana.petersen'))).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(await accept(weitergabeId, 1, other.einheitId, bench.as('helga.brandt'))).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it('F13 refuses an unknown offer, an old version, a position of nobody, and one that takes no Akten', async () => {
    const { weitergabeId } = await offered(bench, other);
    expect(await accept(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await accept(weitergabeId, 5)).toMatchObject({ code: 'platform.stale' });
    expect(await accept(weitergabeId, 1, newId())).toMatchObject({ code: 'platform.notFound' });
    await other.sql(`UPDATE aktenplaneinheit SET stillgelegt = true WHERE id = $1`, [other.einheitId]);
    expect(await accept(weitergabeId)).toMatchObject({ code: 'aktenplan.takesNoAkten' });
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'offen', version: 1 });
  });

  it('F13 refuses what is answered, and what is over also before the job has ended it', async () => {
    const { weitergabeId } = await offered(bench, other, { days: 1 });
    done(await accept(weitergabeId));
    expect(await accept(weitergabeId, 2)).toMatchObject({ code: 'weitergabe.angebotEnded' });
    const late = await offered(bench, other, { days: 1 });
    bench.clock.advance(2 * DAY);
    expect(await accept(late.weitergabeId)).toMatchObject({ code: 'weitergabe.angebotEnded' });
  });

  it('F13 leaves everything where it is until the job has taken it over', async () => {
    const { weitergabeId } = await offered(bench, other);
    expect(done(await accept(weitergabeId))).toEqual({ version: 2 });
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'uebernahme', akteId: null });
    expect(await other.sql(`SELECT id FROM akte`)).toEqual([]);
    const told = await other.sql(
      `SELECT action FROM protokoll WHERE object_id = $1 AND correlation_id = $1 ORDER BY sequence`,
      [weitergabeId],
    );
    expect(told.at(-1)).toEqual({ action: 'weitergabe.acceptAngebot' });
  });
});
