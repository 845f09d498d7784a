import { chainOf, rechained } from '../../test/support/protokoll-chain.js';
import { createProtokollVerifier, type ProtokollRow } from './verify-protokoll.js';
import type { Checkpoint } from './checkpoint.js';

const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';
const rows = chainOf(mandantId, 12);

function verify(found: readonly ProtokollRow[], checkpoints: readonly Checkpoint[] = []) {
  const verifier = createProtokollVerifier(mandantId, checkpoints);
  found.forEach(verifier.add);
  return verifier.verdict();
}

function checkpointAt(size: number, chain = rows): Checkpoint {
  const verifier = createProtokollVerifier(mandantId);
  chain.slice(0, size).forEach(verifier.add);
  return verifier.checkpoint(new Date('2026-11-24T08:00:00Z'));
}

const changed = (index: number, change: Partial<ProtokollRow>) =>
  rows.map((row, place) => (place === index ? { ...row, ...change } : row));

describe('createProtokollVerifier', () => {
  it.each([
    ['actor', { actor: 'somebody else' }],
    ['action', { action: 'akte.closeZdA' }],
    ['time', { at: new Date('2020-01-01T00:00:00Z') }],
    ['object kind', { objectKind: 'akte' }],
    ['object', { objectId: mandantId }],
    ['correlation', { correlationId: mandantId }],
    ['commitment', { commitment: Buffer.alloc(32, 1) }],
    ['hash', { rowHash: Buffer.alloc(32, 1) }],
    ['link', { previousHash: Buffer.alloc(32, 1) }],
  ])('names the row whose %s was changed', (_what, change) => {
    expect(verify(changed(4, change))).toMatchObject({ rows: 4, broken: { kind: 'changed', row: 5 } });
  });

  it('names the row whose payload or salt was changed', () => {
    const content = rows[4]!.content!;
    expect(verify(changed(4, { content: { ...content, payload: { amount: 1 } } })).broken).toMatchObject({
      kind: 'payload',
      row: 5,
    });
    expect(verify(changed(4, { content: { ...content, salt: Buffer.alloc(16) } })).broken).toMatchObject({
      kind: 'payload',
      row: 5,
    });
  });

  it('names a deleted row, the first one too', () => {
    expect(verify(rows.filter((_row, index) => index !== 6)).broken).toMatchObject({ kind: 'missing', row: 7 });
    expect(verify(rows.slice(1)).broken).toMatchObject({ kind: 'missing', row: 1 });
  });

  it('names the first of two rows that were swapped', () => {
    const [third, fourth] = [rows[2]!, rows[3]!];
    const swapped = changed(2, { ...fourth, sequence: 3n }).map((row, index) =>
      index === 3 ? { ...third, sequence: 4n } : row,
    );
    expect(verify(swapped).broken).toMatchObject({ kind: 'changed', row: 3 });
  });

  it('names a row that stands twice or in the wrong order', () => {
    expect(verify([...rows.slice(0, 3), rows[2]!, ...rows.slice(3)]).broken).toMatchObject({
      kind: 'repeated',
      row: 3,
    });
  });

  it('names an inserted row, though its own hash was computed right', () => {
    const forged = rechained({ ...rows[2]!, sequence: 4n, actor: 'forger', previousHash: Buffer.alloc(32, 7) });
    const inserted = [
      ...rows.slice(0, 3),
      forged,
      ...rows.slice(3).map((row) => ({ ...row, sequence: row.sequence + 1n })),
    ];
    expect(verify(inserted).broken).toMatchObject({ kind: 'unlinked', row: 4 });
  });

  it('names the row after a changed one whose hash was computed anew', () => {
    const forged = rows.map((row, index) => (index === 4 ? rechained({ ...row, actor: 'forger' }) : row));
    expect(verify(forged)).toMatchObject({ rows: 5, broken: { kind: 'unlinked', row: 6 } });
  });

  it('names a row that was moved here from another Mandant', () => {
    const foreign = chainOf('7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0002', 1);
    expect(verify([...foreign, ...rows.slice(1)]).broken).toMatchObject({ kind: 'foreign', row: 1 });
  });

  it('finds a cut-off tail through a checkpoint only, and says from which row on', () => {
    expect(verify(rows.slice(0, 9)).broken).toBeNull();
    expect(verify(rows.slice(0, 9), [checkpointAt(5), checkpointAt(12)])).toMatchObject({
      rows: 9,
      checkpoints: 1,
      broken: { kind: 'cutOff', row: 10 },
    });
    expect(verify([], [checkpointAt(5)]).broken).toMatchObject({ kind: 'cutOff', row: 1 });
  });

  it('finds a chain computed anew through a checkpoint only, and says from which row on', () => {
    const forged = chainOf(mandantId, 12, { from: 7, actor: 'forger' });
    expect(verify(forged).broken).toBeNull();
    expect(verify(forged, [checkpointAt(5), checkpointAt(10)])).toMatchObject({
      checkpoints: 1,
      broken: { kind: 'recomputed', row: 6 },
    });
  });

  it('goes on from a checkpoint and refuses a row that does not follow it', () => {
    const start = checkpointAt(5);
    const honest = createProtokollVerifier(mandantId, [], start);
    rows.slice(5).forEach(honest.add);
    expect(honest.checkpoint(new Date(start.at))).toEqual(checkpointAt(12));
    const forged = createProtokollVerifier(mandantId, [], start);
    chainOf(mandantId, 12, { from: 3, actor: 'forger' }).slice(5).forEach(forged.add);
    expect(forged.verdict().broken).toMatchObject({ kind: 'unlinked', row: 6 });
  });

  it('proves an untouched chain and counts erased contents', () => {
    expect(verify(changed(4, { content: null }), [checkpointAt(0), checkpointAt(5), checkpointAt(12)])).toMatchObject({
      rows: 12,
      erased: 1,
      checkpoints: 3,
      broken: null,
    });
    expect(verify([])).toMatchObject({ rows: 0, broken: null });
  });
});
