import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  givenOf,
  offered,
  order,
  openWeitergabeBench,
  otherMandant,
  someAkte,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { acceptAngebot } from './accept-angebot.js';
import { takeOverAngebot } from './take-over-angebot.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeEach(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterEach(() => bench.close());

const accept = async (angebotId: string) => {
  const version = (await angebotOf(other, angebotId))?.version ?? 0;
  done(
    await bench.runner.perform(
      other.context,
      acceptAngebot,
      { angebotId, version, einheitId: other.einheitId },
      newId(),
    ),
  );
};
const takenOver = () =>
  other.sql<{ akte: string; stufe: string; vorgang: string; dokument: string; sha256: string }>(
    `SELECT a.betreff AS akte, a.vertraulichkeitsstufe AS stufe, v.betreff AS vorgang, d.betreff AS dokument, s.sha256
       FROM akte a JOIN vorgang v ON v.akte_id = a.id JOIN dokument d ON d.vorgang_id = v.id
       JOIN dokument_version s ON s.dokument_id = d.id ORDER BY d.nummer`,
  );
/** Runs the job as the outbox does, in a transaction that is then taken back as if the server had died. */
const killed = (angebotId: string) =>
  bench.runner
    .transaction({ mandantId: other.mandantId, actor: bench.system.actor }, async (tx) => {
      await bench.handlers['weitergabe.takeOver']?.(tx, { angebotId }, angebotId);
      throw new Error('killed');
    })
    .catch((error: unknown) => String(error));

describe('takeOverAngebot', () => {
  it('F13 refuses nothing and makes nothing where the offer is not accepted, or unknown', async () => {
    const { weitergabeId } = await offered(bench, other);
    const context = { mandantId: other.mandantId, actor: bench.system.actor };
    for (const angebotId of [weitergabeId, newId()]) {
      const answer = await bench.runner.run(context, takeOverAngebot, { angebotId, vorgaenge: [] });
      expect(answer).toEqual({ state: 'left' });
    }
    expect(await takenOver()).toEqual([]);
  });

  it('F13 makes an Akte there that says where it comes from, byte for byte, and moves the responsibility only then', async () => {
    const { weitergabeId, akteId } = await offered(bench, other, {
      kind: 'zustaendigkeit',
      texts: ['Angebot', 'Auftrag'],
    });
    expect(await givenOf(bench, akteId)).toEqual({ to: other.name, on: null });
    await accept(weitergabeId);
    expect(await givenOf(bench, akteId)).toEqual({ to: other.name, on: null });
    await bench.work();
    const ours = await bench.sql<{ sha256: string; aktenzeichen: string }>(
      `SELECT s.sha256, a.aktenzeichen FROM akte a JOIN vorgang v ON v.akte_id = a.id JOIN dokument d ON d.vorgang_id = v.id
         JOIN dokument_version s ON s.dokument_id = d.id WHERE a.id = $1 ORDER BY d.nummer`,
      [akteId],
    );
    const [row, second] = await takenOver();
    const from = `${ours[0]?.aktenzeichen ?? ''}, Musterkreis`;
    expect(row).toMatchObject({
      akte: `Kreishaus, Sanierung der Fassade (bisher ${from})`,
      vorgang: 'Fassadenreinigung',
    });
    expect([row?.sha256, second?.sha256]).toEqual(ours.map(({ sha256 }) => sha256));
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'uebernommen', sha256: null });
    expect(await givenOf(bench, akteId)).toEqual({ to: other.name, on: '2026-11-24' });
    const angebot = await angebotOf(other, weitergabeId);
    expect(angebot).toMatchObject({ state: 'angenommen', sha256: null, problem: null });
    const joined = await other.sql<{ action: string }>(
      `SELECT DISTINCT action FROM protokoll WHERE correlation_id = $1 ORDER BY action`,
      [weitergabeId],
    );
    expect(joined.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['import.importVorgang', 'weitergabe.acceptAngebot', 'weitergabe.takeOverAngebot']),
    );
    const here = await bench.protokoll(akteId);
    expect(here.at(-1)).toMatchObject({ action: 'weitergabe.recordAnswer', correlationId: weitergabeId });
  });

  it('F13 keeps it as confidential there as it was here', async () => {
    const { akteId } = await someAkte(bench);
    await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = 'nurFuerDenDienstgebrauch' WHERE id = $1`, [akteId]);
    const to = { kind: 'mandant', mandantId: other.mandantId } as const;
    const { weitergabeId } = done(await order(bench, akteId, { to }));
    await bench.work();
    await accept(weitergabeId);
    await bench.work();
    const stufen = (await takenOver()).map(({ stufe }) => stufe);
    expect(stufen).toEqual(['nurFuerDenDienstgebrauch', 'nurFuerDenDienstgebrauch']);
  });

  it('F13 makes nothing twice when the server dies before, in the middle and after', async () => {
    const { weitergabeId } = await offered(bench, other);
    await accept(weitergabeId);
    expect(await killed(weitergabeId)).toContain('killed');
    expect(await killed(weitergabeId)).toContain('killed');
    await bench.work();
    await bench.work();
    expect(await takenOver()).toHaveLength(2);
    expect(await other.sql(`SELECT id FROM akte`)).toHaveLength(1);
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'uebernommen' });
  });

  it('F13 makes two Akten of two offers of the same Akte', async () => {
    const first = await offered(bench, other, { texts: ['gleich'] });
    const second = await offered(bench, other, { texts: ['gleich'] });
    for (const { weitergabeId } of [first, second]) await accept(weitergabeId);
    await bench.work();
    expect(await other.sql(`SELECT id FROM akte`)).toHaveLength(2);
  });
});
