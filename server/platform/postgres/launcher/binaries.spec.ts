import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '../../../../test/support/embedded-postgres.js';
import { findBinaries, installedPackage } from './binaries.js';
import { asUser, canReach, databaseUser } from './database-user.js';

describe('findBinaries', () => {
  const folders = temporaryFolders();
  afterEach(() => folders.removeAll());

  it('says which package is missing on a platform without one', () => {
    expect(() => installedPackage('plan9-mips')).toThrow('No built-in database is installed for plan9-mips.');
  });

  it('makes the library links that a skipped install script left out', async () => {
    const packageFolder = packageWithoutLinks(folders.make());
    const { postgres } = await findBinaries(await databaseUser(), folders.make(), fail, packageFolder);
    expect(postgres.startsWith(packageFolder)).toBe(true);
    expect(await versionOf(postgres)).toMatch(/^postgres \(PostgreSQL\) 18/);
  });

  it('copies programs that the database user cannot reach, says where, and copies only once', async () => {
    const user = { kind: 'nobody', uid: 65534, gid: 65534 } as const;
    const [hidden, copyFolder] = [packageWithoutLinks(folders.make(0o700)), folders.make()];
    const said: string[] = [];
    const say = ({ en }: { en: string }) => said.push(en);
    const first = await findBinaries(user, copyFolder, say, hidden);
    expect(await findBinaries(user, copyFolder, say, hidden)).toEqual(first);
    expect(said).toEqual([expect.stringContaining(`copied to ${copyFolder}`)]);
    expect(await canReach(user, join(first.postgres, '..'))).toBe(true);
    expect(await versionOf(first.postgres)).toMatch(/^postgres \(PostgreSQL\) 18/);
  });
});

/** As npm leaves the package with `--ignore-scripts`. */
function packageWithoutLinks(folder: string): string {
  cpSync(installedPackage(), folder, { recursive: true, verbatimSymlinks: true });
  const library = join(folder, 'native', 'lib');
  const links = readdirSync(library).filter((name) => lstatSync(join(library, name)).isSymbolicLink());
  expect(links.length).toBeGreaterThan(0);
  links.forEach((name) => rmSync(join(library, name)));
  return folder;
}

async function versionOf(postgres: string): Promise<string> {
  return execFileSync(postgres, ['-V'], { ...asUser(await databaseUser()), cwd: '/', encoding: 'utf8' });
}

function fail({ en }: { en: string }): void {
  throw new Error(en);
}
