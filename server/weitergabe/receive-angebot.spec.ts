import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  offered,
  openWeitergabeBench,
  otherMandant,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { openAkte } from '../akte/open-akte.js';
import { newId } from '../platform/ids.js';
import { loadAngebote } from './angebot.views.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { receiveAngebot, type ReceiveAngebotInput } from './receive-angebot.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeAll(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterAll(() => bench.close());

const there = (correlationId: string) => ({ mandantId: other.mandantId, correlationId });
const list = async () => done(await bench.runner.transaction(other.context, (tx) => loadAngebote(tx, null))).items;

describe('receiveAngebot', () => {
  it('F13 refuses every other act the way into another Mandant', async () => {
    const foreign = openAkte as unknown as Parameters<typeof inOtherMandant>[2];
    const crossing = { weitergabeId: newId(), comingFrom: bench.mandantId };
    await expect(inOtherMandant(bench.runner, there(newId()), foreign, crossing)).rejects.toThrow(
      'stays in its Mandant',
    );
  });

  it('F13 shows the other Mandant what the offer says, and nothing else of us; we see nothing of it', async () => {
    const { weitergabeId, akteId } = await offered(bench, other);
    const shown = (await list()).find(({ id }) => id === weitergabeId);
    expect(shown).toMatchObject({
      ...{ id: weitergabeId, from: 'Musterkreis', kind: 'kopie', reason: 'Amtshilfe', state: 'offen', dokumente: 2 },
      ...{ stufe: 'offen', expiresOn: '2026-12-24', akte: null, answered: null },
    });
    const seenThere = await other.sql<{ count: number }>(
      `SELECT (SELECT count(*) FROM weitergabe) + (SELECT count(*) FROM akte) + (SELECT count(*) FROM dokument)
              + (SELECT count(*) FROM mandant WHERE mandant_id <> $1) AS count`,
      [other.mandantId],
    );
    expect(Number(seenThere[0]?.count)).toBe(0);
    expect(await bench.sql(`SELECT id FROM angebot`)).toEqual([]);
    expect((await bench.protokoll(akteId)).at(-1)?.correlationId).toBe(weitergabeId);
    const told = await other.sql<{ action: string; correlation: string }>(
      `SELECT action, correlation_id AS correlation FROM protokoll WHERE object_id = $1`,
      [weitergabeId],
    );
    expect(told).toEqual([{ action: 'weitergabe.receiveAngebot', correlation: weitergabeId }]);
  });

  it('F13 hides a confidential offer from whoever is not cleared for it', async () => {
    const { weitergabeId } = await offered(bench, other);
    const before = (await list()).map(({ id }) => id);
    expect(before).toContain(weitergabeId);
    const confidential = newId();
    const input: ReceiveAngebotInput = {
      ...{ weitergabeId: confidential, comingFrom: bench.mandantId, fromName: 'Musterkreis', aktenzeichen: '20-1' },
      ...{ kennzeichen: '20', betreff: 'Vertraulich', reason: 'Amtshilfe', dokumente: 1, size: 1 },
      ...{ sha256: 'b'.repeat(64), expiresOn: '2026-12-24' },
      kind: 'kopie',
      stufe: 'vertraulich',
    };
    expect(await inOtherMandant(bench.runner, there(confidential), receiveAngebot, input)).toBeNull();
    expect((await angebotOf(other, confidential))?.state).toBe('offen');
    expect((await list()).map(({ id }) => id)).not.toContain(confidential);
  });

  it('F13 lays the same offer there once, however often it comes', async () => {
    const { weitergabeId } = await offered(bench, other);
    const again = bench.handlers['weitergabe.offer'];
    const repeated = await bench.runner.transaction(bench.system, async (tx) => ({
      refused: (await again?.(tx, { weitergabeId }, weitergabeId)) ?? null,
    }));
    expect(repeated).toEqual({ refused: null });
    expect(await other.sql(`SELECT id FROM angebot WHERE id = $1`, [weitergabeId])).toHaveLength(1);
    expect(await other.sql(`SELECT sequence FROM protokoll WHERE object_id = $1`, [weitergabeId])).toHaveLength(1);
  });
});
