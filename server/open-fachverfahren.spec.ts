import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFachverfahren } from './open-fachverfahren.js';
import { describeStartupProblem } from './platform/startup-problem.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-fachverfahren-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function problemOf(content: string | null): Promise<string> {
  const path = join(folder, 'liste.json');
  if (content !== null) await writeFile(path, content);
  return openFachverfahren(content === null ? join(folder, 'fehlt.json') : path, {}).then(
    () => 'none',
    describeStartupProblem,
  );
}

describe('openFachverfahren', () => {
  it('refuses to start with a file that is not there or says what is not possible, and names the place', async () => {
    expect(await problemOf(null)).toContain('LAUFMAPPE_FACHVERFAHREN');
    expect(await problemOf('{')).toContain('no JSON');
    expect(await problemOf('{ "register": { "url": "http://register.example/" } }')).toContain('register');
  });

  it('knows nobody where no file is named', async () => {
    expect((await openFachverfahren(null, {})).find('register')).toBeNull();
  });

  it('knows the systems of the file', async () => {
    const path = join(folder, 'gut.json');
    await writeFile(path, '{ "register": { "url": "https://register.example/" } }');
    expect((await openFachverfahren(path, {})).find('register')).toMatchObject({ url: 'https://register.example/' });
  });
});
