import { done } from '../../test/support/closed-vorgang.js';
import { accepted, asked, openErsuchenBench, standsAt, type ErsuchenBench } from '../../test/support/ersuchen.js';
import type { OtherMandant } from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { eraseErsuchen, sweepErsuchen } from './erase-ersuchen.js';
import { loadReceived } from './ersuchen.views.js';
import { refuseErsuchen } from './refuse-ersuchen.js';

let bench: ErsuchenBench;
// Of its own for each: a month passes.
beforeEach(async () => void (bench = await openErsuchenBench()));
afterEach(() => bench.close());

const DAY = 86_400_000;
const sweeper = { kind: 'system', name: 'sweeper' } as const;
const sweep = async () => {
  for (const { mandantId } of [bench, bench.other]) {
    const swept = await bench.runner.transaction({ mandantId, actor: sweeper }, async (tx) => {
      await sweepErsuchen(tx);
      return {};
    });
    done(swept);
  }
};
const refused = async () => {
  const { ersuchenId } = await asked(bench);
  const refusing = { ersuchenId, version: 1, reason: 'Nicht zuständig' };
  done(await bench.runner.perform(bench.other.context, refuseErsuchen, refusing, newId()));
  await bench.work();
  return ersuchenId;
};
const betreffAt = async (side: Pick<OtherMandant, 'sql'>, id: string) =>
  (await side.sql<{ betreff: string }>(`SELECT betreff FROM ersuchen WHERE id = $1`, [id]))[0]?.betreff;

describe('eraseErsuchen', () => {
  it('F39 erases nothing that waits, nor what was accepted, nor what was refused less than a month ago', async () => {
    const [open, taken, late] = [await asked(bench), await accepted(bench), await refused()];
    bench.clock.advance(30 * DAY - 1);
    await sweep();
    for (const id of [open.ersuchenId, taken.ersuchenId, late]) {
      expect(await betreffAt(bench.other, id)).toBe('Halterauskunft');
      done(
        await bench.runner.run({ mandantId: bench.other.mandantId, actor: sweeper }, eraseErsuchen, { ersuchenId: id }),
      );
      expect(await betreffAt(bench.other, id)).toBe('Halterauskunft');
    }
  });

  it('F39 erases what was refused a month ago, and keeps who asked, when, and why it was refused; whoever asked keeps all', async () => {
    const id = await refused();
    bench.clock.advance(30 * DAY);
    await sweep();
    await sweep();
    expect(await betreffAt(bench, id)).toBe('Halterauskunft');
    expect(await standsAt(bench.other, id)).toMatchObject({
      state: 'abgelehnt',
      version: 3,
      answer: 'Nicht zuständig',
    });
    const { items } = done(await bench.runner.transaction(bench.other.context, (tx) => loadReceived(tx, null)));
    expect(items).toMatchObject([
      {
        ...{ id, other: 'Musterkreis', betreff: '', question: '', frist: null, dokumente: [] },
        ...{ askedAt: expect.any(String), ended: { text: 'Nicht zuständig' }, erasedAt: expect.any(String) },
      },
    ]);
  });

  it('F39 erases the content of the Protokoll that says what was asked, and leaves its row in the chain', async () => {
    const id = await refused();
    bench.clock.advance(30 * DAY);
    await sweep();
    const rows = await bench.other.sql<{ action: string; payload: unknown }>(
      `SELECT k.action, l.payload FROM protokoll k LEFT JOIN protokoll_payload l USING (mandant_id, sequence)
        WHERE k.object_id = $1 ORDER BY k.sequence`,
      [id],
    );
    expect(rows).toMatchObject([
      { action: 'ersuchen.receiveErsuchen', payload: null },
      { action: 'ersuchen.refuseErsuchen', payload: { reason: 'Nicht zuständig' } },
      { action: 'ersuchen.eraseErsuchen', payload: { from: 'Musterkreis', sequences: [expect.any(Number)] } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Halterauskunft');
  });
});
