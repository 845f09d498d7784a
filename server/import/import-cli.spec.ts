import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolders } from '../../test/support/embedded-postgres.js';
import { runProgram } from '../../test/support/run-program.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';

const folders = temporaryFolders();
let bench: Workbench;
let source: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  bench = await openWorkbench();
  const { applicationUrl, ownerUrl, sessionUrl } = bench.urls;
  const data = folders.make();
  env = {
    ...{ DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_SESSION_URL: sessionUrl },
    LAUFMAPPE_DATA: data,
  };
  source = join(data, 'altbestand');
  await mkdir(source);
  await writeFile(join(source, 'a.txt'), 'Angebot');
  await writeFile(
    join(source, 'manifest.csv'),
    'akte;aktenplan;akte_betreff;vorgang;vorgang_betreff;dokument_betreff;datei\n' +
      '1;20.31.05;Fassade;1;Angebote;Angebot;a.txt\n1;20.31.05;Fassade;1;Angebote;Auftrag;b.txt\n',
  );
});
afterAll(async () => {
  await bench.close();
  folders.removeAll();
});

const run = (...args: string[]) => runProgram('server/import/import-cli.ts', args, env);

describe('npm run import', () => {
  it('F12 ends with 2 and says what to do where there is no manifest', async () => {
    const outcome = await run(join(source, 'nirgends'));
    expect(outcome).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Abhilfe') });
  });

  it('F12 looks first, then refuses all or takes the good ones, as it is told', async () => {
    const looked = await run(source, '--probe');
    expect(looked).toMatchObject({ code: 1, out: expect.stringContaining('Zeile 3, datei: „b.txt“: Sie fehlt.') });
    expect(await run(source)).toMatchObject({ code: 2, error: expect.stringContaining('1 von 2 Zeilen') });
    const taken = await run(source, '--gute', '--english');
    expect(taken).toMatchObject({ code: 1, out: expect.stringMatching(/Taken over: 1 Vorgänge with 1 Dokumente/) });
    expect(await run(source, '--gute')).toMatchObject({ code: 1 });
    const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
      queries.query<{ count: number }>(`SELECT count(*)::int AS count FROM dokument`),
    );
    expect(row?.count).toBe(1);
  });
});
