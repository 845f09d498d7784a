import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Rule name of .dependency-cruiser.mjs, the file that breaks it, and how. */
const BREACHES: [rule: string, file: string, source: string][] = [
  ['nothing imports in a circle', 'server/akte/a.ts', `import { b } from './b.js'; export const a = () => b;`],
  ['the contract imports nothing', 'server/contract/acts.ts', `import '../akte/b.js';`],
  [
    'pure rules reach no clock, no store and no outside world',
    'server/aufgabe/aufgabe.ts',
    `import { randomUUID } from 'node:crypto'; export const id = randomUUID();`,
  ],
  ['the platform knows no slice', 'server/platform/act.ts', `import '../akte/b.js';`],
  ["no slice uses another slice's store", 'server/aufgabe/claim-aufgabe.ts', `import '../akte/akte.store.js';`],
  ['only stores and database adapters speak SQL', 'server/akte/open-akte.ts', `import pg from 'pg'; void pg;`],
  ['only HTTP files know Express', 'server/akte/close-zda.ts', `import express from 'express'; void express;`],
  ['only the signatur slice knows node-forge', 'server/akte/forge.ts', `import forge from 'node-forge'; void forge;`],
  [
    'only one file knows zeebe-node',
    'server/workflow/zeebe/link.ts',
    `import { ZBClient } from 'zeebe-node'; void ZBClient;`,
  ],
  ['only the S3 store knows minio', 'server/akte/bucket.ts', `import * as minio from 'minio'; void minio;`],
  [
    'only the mail connector knows nodemailer',
    'server/postausgang/deliver-mail.ts',
    `import { createTransport } from 'nodemailer'; void createTransport;`,
  ],
  ['the archive works without the server', 'archive/package/write.ts', `import '../../server/akte/b.js';`],
  [
    'a connector speaks one port and knows no other connector',
    'connectors/mail/mail.ts',
    `import '../scan-folder/scan-folder.js';`,
  ],
  ['no slice depends on a connector', 'server/akte/from-mail.ts', `import '../../connectors/mail/mail.js';`],
  [
    'the client knows the contract and nothing else of the server',
    'client/live/api.ts',
    `import '../../server/akte/b.js';`,
  ],
  ['the client runs in the browser', 'client/live/files.ts', `import 'node:fs';`],
  ['KERN and the CDK stay inside client/ui and client/styles', 'client/app/menu.ts', `import '@angular/cdk/menu';`],
  ['bpmn-js, form-js and pdf.js belong to screens', 'client/ui/diagram.ts', `import 'bpmn-js/lib/Modeler';`],
  [
    'form-js and pdf.js are loaded when they are needed',
    'client/screens/inbox/form.ts',
    `import { Form } from '@bpmn-io/form-js-viewer'; void Form;`,
  ],
  ['the shell loads screens lazily', 'client/app/routes.ts', `import '../screens/inbox/form.js';`],
  ['the product imports no test code', 'server/akte/arranged.ts', `import '../../test/support/shared.js';`],
  ['the product imports no development package', 'server/akte/lint.ts', `import 'playwright-core';`],
  ['every imported package is named in package.json', 'server/akte/lexer.ts', `import '@jridgewell/trace-mapping';`],
  ['every import can be found', 'server/akte/lost.ts', `import './nowhere.js';`],
];

const INNOCENT: [file: string, source: string][] = [
  ['server/akte/b.ts', `import { a } from './a.js'; export const b = () => a;`],
  ['server/akte/akte.store.ts', `import pg from 'pg'; export const pool = pg.Pool;`],
  ['server/akte/akte.ts', `import type { Day } from '../contract/views.js'; export type Akte = { begin: Day };`],
  ['server/contract/views.ts', `export type Day = string;`],
  [
    'connectors/scan-folder/scan-folder.ts',
    `import type { Day } from '../../server/contract/views.js';\nexport type T = Day;`,
  ],
  ['client/screens/inbox/lazy.ts', `export const load = () => import('@bpmn-io/form-js-viewer');`],
  ['test/support/shared.ts', `export {};`],
];

describe('the import directions', () => {
  let root: string;
  let found: { rule: string; from: string }[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'laufmappe-directions-'));
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.server.json']) await cp(name, join(root, name));
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    for (const [file, source] of [...INNOCENT, ...BREACHES.map(([, file, source]) => [file, source] as const)]) {
      await mkdir(join(root, dirname(file)), { recursive: true });
      await writeFile(join(root, file), source);
    }
    found = await breachesIn(root);
  }, 60_000);
  afterAll(() => rm(root, { recursive: true }));

  it.each(BREACHES)('catch a breach of "%s"', (rule, file) => {
    expect(found).toContainEqual({ rule, from: file });
  });

  it('leave rightful imports alone', () => {
    const innocent = INNOCENT.map(([file]) => file).filter((file) => file !== 'server/akte/b.ts');
    expect(found.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });

  it('have a breach in this list for every rule', async () => {
    const { default: configuration } = (await import(join(process.cwd(), '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    expect(configuration.forbidden.map(({ name }) => name).sort()).toEqual(BREACHES.map(([rule]) => rule).sort());
  });
});

async function breachesIn(root: string): Promise<{ rule: string; from: string }[]> {
  const cruise = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const configuration = join(process.cwd(), '.dependency-cruiser.mjs');
  const folders = ['server', 'archive', 'connectors', 'client', 'test'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cruise, '--config', configuration, '--output-type', 'json', ...folders],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}
