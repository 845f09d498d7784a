import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { reject } from '../contract/rejections.js';
import { createFileClosingRecords } from './file-closing-records.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const filed = (vorgangId: string) =>
  bench.sql<{ betreff: string; sha256: string }>(
    `SELECT d.betreff, v.sha256 FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
      WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );

describe('fileClosingRecords', () => {
  it('refuses a Vorgang that is still open', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const refused = await bench.run(createFileClosingRecords(bench.objects), { vorgangId });
    expect(refused).toMatchObject({ code: 'akte.notClosed' });
  });

  it('files neither where the store has no room for one of them', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    let puts = 0;
    const full = createFileClosingRecords({
      put: (...parameters) =>
        (puts += 1) === 2 ? Promise.resolve(reject('platform.storageFull')) : bench.objects.put(...parameters),
    });
    expect(await bench.run(full, { vorgangId })).toMatchObject({ code: 'platform.storageFull' });
    expect(await filed(vorgangId)).toHaveLength(1);
  });

  it('files Protokoll and Aufgaben, and has their bytes kept as long as the Vorgang', async () => {
    const { vorgangId } = await closedVorgang(bench, '10.11.01');
    const before = (await bench.followUps('aussonderung.protectObjects')).length;
    const answer = await bench.run(createFileClosingRecords(bench.objects), { vorgangId });
    expect(answer).toEqual({ dokumentIds: [expect.any(String), expect.any(String)] });
    const [, protokoll, aufgaben] = await filed(vorgangId);
    expect(protokoll?.betreff).toBe('Protokoll des Vorgangs, z. d. A. 24.11.2026');
    expect(aufgaben?.betreff).toBe('Aufgaben des Vorgangs, z. d. A. 24.11.2026');
    for (const each of [protokoll, aufgaben]) expect(await bench.objects.verify(each?.sha256 ?? '')).toBe('intact');
    expect((await bench.followUps('aussonderung.protectObjects')).length).toBe(before + 1);
  });
});
