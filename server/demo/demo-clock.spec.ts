import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDemoClock } from './demo-clock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the clock of the demo', () => {
  it.each(['', 'no number', '-5000', 'Infinity'])('starts today where the remembered offset is „%s“', async (text) => {
    await writeFile(join(folder, 'demo-clock'), text);
    expect((await openDemoClock(folder)).clock.offset()).toBe(0);
  });

  it('starts today in a new data folder', async () => {
    expect((await openDemoClock(folder)).clock.offset()).toBe(0);
  });

  it('goes on after a restart where it was moved to', async () => {
    const first = await openDemoClock(folder);
    first.advance(1_000);
    first.advance(86_400_000);
    expect(first.clock.offset()).toBe(86_401_000);
    expect((await openDemoClock(folder)).clock.offset()).toBe(86_401_000);
    expect(await readFile(join(folder, 'demo-clock'), 'utf8')).toBe('86401000');
  });
});
