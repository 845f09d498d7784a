import { Readable } from 'node:stream';
import { chainOf } from '../../test/support/protokoll-chain.js';
import { formatCheckpoint, originOf, signCheckpoint } from './checkpoint.js';
import { describeNachweis } from './nachweis-text.js';
import { isNachweisProved, nachweisHead, nachweisLines, verifyNachweis } from './nachweis.js';
import type { TreeParts } from './proof-tree.js';
import { makeSignerKey } from './signed-note.js';
import { createProtokollVerifier } from './verify-protokoll.js';

const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';
const akte = { id: '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1affff', aktenzeichen: '20.31.05-2026/1', betreff: 'Fassade' };
const key = makeSignerKey(originOf(mandantId));
const rows = chainOf(mandantId, 40);
const own = [3, 8, 9, 40].map((sequence) => rows[sequence - 1]!);

const parts: TreeParts = { size: 40, tiles: [], rows: new Map([[0, rows.map(({ rowHash }) => rowHash)]]) };
const verifier = createProtokollVerifier(mandantId);
rows.forEach(verifier.add);
const checkpoint = signCheckpoint(verifier.checkpoint(new Date('2026-11-24T10:00:00Z')), [key]);
const head = nachweisHead({ akte, checkpoint: formatCheckpoint(checkpoint), rows: own.length, younger: 2 });
const lines = nachweisLines(own, parts);

const verify = (text: readonly string[], keys = [key]) => verifyNachweis(Readable.from(text), keys);

describe('verifyNachweis', () => {
  it.each([
    ['no head', [...lines], 1, 'notANachweis'],
    ['nothing', [], 1, 'notANachweis'],
    ['a damaged checkpoint', [head.replace('frontier ', 'frontier A'), ...lines], 1, 'checkpoint'],
    ['a line that is no row', [head, '{}', ...lines], 2, 'notARow'],
    ['a changed actor', [head, lines[0]!.replace('"actor":"test"', '"actor":"mallory"')], 2, 'changed'],
    ['a changed content', [head, lines[0]!.replace('Zeile 3', 'Zeile 4')], 2, 'content'],
    ['a row of another Mandant', [head, lines[0]!.replace(/a0001/g, 'a0002')], 2, 'foreign'],
    ['a row under the proof of another', [head, withProofOf(0, 1)], 2, 'notIncluded'],
    ['a row that stands twice', [head, lines[0]!, lines[0]!], 3, 'order'],
    ['one row less than it says', [head, ...lines.slice(1)], 5, 'incomplete'],
  ])('names %s', async (_what, text, line, reason) => {
    const verdict = await verify(text);
    expect(verdict.broken).toEqual({ line, reason });
    expect(isNachweisProved(verdict)).toBe(false);
    expect(describeNachweis(verdict)).toContain('NICHT BEWIESEN');
  });

  it('names a row that was forged with all its hashes right', async () => {
    const forged = chainOf(mandantId, 40, { from: 3, actor: 'forger' })[2]!;
    const [line = ''] = nachweisLines([forged], parts);
    expect((await verify([head, line])).broken).toEqual({ line: 2, reason: 'notIncluded' });
  });

  it('proves nothing to somebody who holds another key', async () => {
    const verdict = await verify([head, ...lines], [makeSignerKey(originOf(mandantId))]);
    expect([verdict.signature, verdict.broken, isNachweisProved(verdict)]).toEqual(['foreign', null, false]);
  });

  it('says that nobody checked the signature where no key was given', async () => {
    expect(describeNachweis(await verify([head, ...lines], []))).toContain('Signatur nicht geprüft');
  });

  it('F68 proves every row of the Akte against one signature, erased contents too', async () => {
    const erased = nachweisLines([{ ...own[1]!, content: null }], parts);
    const verdict = await verify([head, lines[0]!, ...erased, ...lines.slice(2)]);
    expect(verdict).toMatchObject({ signature: 'signed', rows: 4, erased: 1, younger: 2, broken: null, akte });
    expect(isNachweisProved(verdict)).toBe(true);
    expect(describeNachweis(verdict)).toContain('4 Einträge standen am 2026-11-24T10:00:00.000Z im Protokoll');
  });
});

function withProofOf(row: number, other: number): string {
  const read = (index: number) => JSON.parse(lines[index]!) as { proof: string[] };
  return JSON.stringify({ ...read(row), proof: read(other).proof });
}
