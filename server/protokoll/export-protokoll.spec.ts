import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { chainOf } from '../../test/support/protokoll-chain.js';
import { writeCheckpoint } from './checkpoint-folder.js';
import { exportLine, exportProtokoll, parseExportLine } from './export-protokoll.js';
import { verifyExport } from './verify-database.js';
import { createProtokollVerifier } from './verify-protokoll.js';

const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';
const other = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0002';
const rows = chainOf(mandantId, 8);
const lines = rows.map(exportLine);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const verify = (text: readonly string[]) => verifyExport(Readable.from(text), folder);

describe('parseExportLine', () => {
  const line = lines[0]!;
  it.each([
    ['no JSON', '{', 'JSON'],
    ['an empty line', '', 'JSON'],
    ['a list', '[]', 'JSON'],
    ['a hash that is too short', line.replace(/"rowHash":"../, '"rowHash":"'), 'rowHash'],
    ['a Mandant that is a path', line.replace(mandantId, '../../secrets'), 'mandantId'],
    ['a sequence that is no number', line.replace('"sequence":"1"', '"sequence":"-1"'), 'sequence'],
    ['a missing salt', line.replace(/"salt":"[^"]*",/, ''), 'content.salt'],
  ])('refuses %s and names the line', (_what, wrong, reason) => {
    const found = parseExportLine(wrong, 7);
    expect(found).toMatchObject({ kind: 'unreadable', row: 7, en: expect.stringContaining(reason) });
  });

  it('reads back the row', () => {
    expect(parseExportLine(line, 1)).toEqual(rows[0]);
  });
});

describe('verifyExport', () => {
  it('names the first changed row', async () => {
    const changed = lines.with(3, lines[3]!.replace('"actor":"test"', '"actor":"mallory"'));
    expect(await verify(changed)).toMatchObject([{ mandantId, rows: 3, broken: { kind: 'changed', row: 4 } }]);
  });

  it('stops at a line that is no row and keeps what was proved before it', async () => {
    expect(await verify([...lines.slice(0, 2), 'garbage'])).toMatchObject([
      { rows: 2, broken: null },
      { broken: { kind: 'unreadable', row: 3 } },
    ]);
  });

  it('takes an empty export for a cut-off chain as soon as a checkpoint knows of rows', async () => {
    const verifier = createProtokollVerifier(mandantId);
    rows.forEach(verifier.add);
    await writeCheckpoint(folder, verifier.checkpoint(new Date('2026-11-24T08:00:00Z')));
    expect(await verify([])).toMatchObject([{ mandantId, broken: { kind: 'cutOff', row: 1 } }]);
    expect(await verify(lines.slice(0, 6))).toMatchObject([{ mandantId, broken: { kind: 'cutOff', row: 7 } }]);
  });

  it('proves a whole export of several Mandanten', async () => {
    const exported: string[] = [];
    for await (const line of exportProtokoll(Readable.from([...rows, ...chainOf(other, 2)]))) exported.push(line);
    expect(await verify(exported)).toMatchObject([
      { mandantId, rows: 8, broken: null },
      { mandantId: other, rows: 2, broken: null },
    ]);
  });
});
