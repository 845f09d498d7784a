import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { MailTransport } from '../../connectors/api/mail-transport.js';
import { createHttpJson } from '../../connectors/http-json/http-json.js';
import { createFolderTransport } from '../../connectors/mail/folder-transport.js';
import { archiveParts } from '../../server/aussonderung/archive-parts.js';
import type { ActInput, ActOutput, PersonActName } from '../../server/contract/acts.js';
import { isRejection, reject, type Rejection } from '../../server/contract/rejections.js';
import { DEMO_MANDANT } from '../../server/demo/people.js';
import { openInstallation, type Installation } from '../../server/installation/open-installation.js';
import { openOffice, type Office } from '../../server/office.js';
import type { Route } from '../../server/platform/http/routes.js';
import { readConfiguration } from '../../server/platform/config.js';
import { RecentLog } from '../../server/platform/recent-log.js';
import type { Database } from '../../server/platform/postgres/database.js';
import { projectPath } from '../../server/platform/project-path.js';
import { createDemoAuthority, issuePersonKey, type SoftKey } from '../../server/signatur/soft-key.js';
import { agedStore } from './aged-store.js';
import { done } from './closed-vorgang.js';
import { QUIET_EDITOR } from './quiet-editor.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** The whole office without its door, on a real PostgreSQL, with a clock that stands still until a test moves it. */
export interface TestOffice extends Office {
  readonly bench: Workbench;
  /** The database as the office sees it. */
  readonly database: Database;
  /** Performs an act as the page does: unchecked input, idempotency key; then everything that follows from it. */
  act<Name extends PersonActName>(
    login: string,
    name: Name,
    input: ActInput<Name>,
    key?: string,
  ): Promise<ActOutput<Name> | Rejection>;
  /** Reads what a screen shows, with that person's rights. */
  read<View>(login: string, path: string): Promise<View | Rejection>;
  /** Id of a demo person by login. */
  personId(login: string): string;
  /** Bytes as a person downloads them, from the object store. */
  bytes(sha256: string): Promise<Readable>;
  /** A file that arrives from a source; returns the examined Eingang. */
  receive(fileName: string, bytes: Uint8Array): Promise<string>;
  /** Lets time pass and does what has become due. */
  pass(days: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestOfficeOptions {
  /** Folder with the official xdomea schemas; without it our own rules judge alone. */
  readonly xdomeaSchemas?: string | null;
  /** Puts something between the office and its database, e.g. to write down every statement. */
  readonly around?: (database: Database) => Database;
  /** `host:port` of a Zeebe that the processes run on. */
  readonly zeebe?: string;
  /** How mails leave; without one they lie in a folder of the system. */
  readonly mail?: MailTransport;
}

const DAY = 86_400_000;
const SIGNING_SECRET = Buffer.alloc(32, 7);

/** Opens an office with its people, the process Rechnungsfreigabe in force and the signing key of the Leitung. */
export async function openTestOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const bench = await openWorkbench();
  const database = options.around ? options.around(bench.database) : bench.database;
  const office = openOffice({
    database,
    objects: agedStore(bench.objects),
    clock: bench.clock,
    installation: quietInstallation(),
    advanceClock: (milliseconds) => bench.clock.advance(milliseconds),
    signingSecret: SIGNING_SECRET,
    scratchFolder: tmpdir(),
    largestItem: 250_000_000,
    freeBytes: () => Promise.resolve(Infinity),
    zeebe: options.zeebe === undefined ? null : { address: options.zeebe, transport: 'plain', newInstances: 'zeebe' },
    post: {
      transport: options.mail ?? createFolderTransport(join(tmpdir(), 'laufmappe-ausgang')),
      from: 'poststelle@musterkreis.example',
    },
    editor: {
      server: QUIET_EDITOR,
      hostUrl: 'https://akte.musterkreis.example',
      pageOrigin: 'https://akte.musterkreis.example',
    },
    fachverfahren: createHttpJson([]),
    archive: await archiveParts(options.xdomeaSchemas ?? null),
    protokoll: { folder: bench.checkpoints, copies: null, secret: SIGNING_SECRET },
  });
  // Only the link: the office works when a test says `settle`.
  office.zeebe?.link.start();
  await office.zeebe?.link.ready();
  await giveSigningKey(bench, 'ruth.lindqvist');
  const performed: TestOffice['act'] = async (login, name, input, key = randomUUID()) => {
    const act = office.acts.find((known) => known.act === name);
    if (!act) throw new Error(`the office has no act ${name}`);
    const result = await office.runner.perform(bench.as(login), act as never, input, key);
    await office.settle();
    return result;
  };
  const xml = await readFile(projectPath('processes/rechnungsfreigabe/process.bpmn'), 'utf8');
  done(await performed('kim.okafor', 'workflow.deployProcess', { xml }));
  return {
    ...office,
    bench,
    database,
    act: performed,
    read: (login, path) => read(office, bench, login, path),
    personId: (login) => {
      const { actor } = bench.as(login);
      if (actor.kind !== 'person') throw new Error(`${login} is no person`);
      return actor.id;
    },
    bytes: (sha256) => bench.objects.get(sha256),
    receive: async (fileName, bytes) => {
      const item = {
        channel: 'upload',
        sourceKey: randomUUID(),
        fileName,
        open: () => Readable.from([bytes]),
      } as const;
      const { eingangId } = done(await office.intake(bench.as('ines.vogt'), item));
      await office.settle();
      return eingangId;
    },
    pass: async (days) => {
      bench.clock.advance(days * DAY);
      await office.settle();
    },
    close: async () => {
      await office.stop();
      await bench.close();
    },
  };
}

async function giveSigningKey(bench: Workbench, login: string): Promise<void> {
  leitungKey ??= makeKey(bench.as(login).actor.name);
  const key = await leitungKey;
  await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query(
      `INSERT INTO signing_key (mandant_id, person_id, certificate, issuer_certificate, sealed_key, created_at)
       SELECT $1, id, $3, $4, $5, $6 FROM person WHERE login = $2`,
      [bench.mandantId, login, key.certificate, key.chain[0], key.sealedKey, bench.clock.now()],
    ),
  );
}

// Two RSA-3072 key pairs take about a second; the offices of one spec file share them.
let leitungKey: Promise<SoftKey> | undefined;

async function makeKey(name: string): Promise<SoftKey> {
  const organisation = DEMO_MANDANT.name;
  const holder = { organisation, notBefore: new Date('2026-01-01'), notAfter: new Date('2046-01-01') };
  const authority = await createDemoAuthority(SIGNING_SECRET, { ...holder, name: `${organisation} Vorführ-CA` });
  return done(await issuePersonKey(SIGNING_SECRET, authority, { ...holder, name }));
}

async function read<View>(office: Office, bench: Workbench, login: string, path: string): Promise<View | Rejection> {
  const url = new URL(path, 'http://office');
  for (const route of office.routes) {
    if (route.kind !== 'view' && route.kind !== 'reading') continue;
    const values = valuesOf(route, url.pathname);
    if (!values) continue;
    const query = Object.fromEntries(url.searchParams);
    const found = await office.runner.transaction(bench.as(login), async (tx) => {
      tx.require(route.permission);
      return route.kind === 'view' ? route.load(tx, values, query) : route.find(tx, values, query);
    });
    return (route.kind === 'view' || isRejection(found) ? found : await route.read(found)) as View | Rejection;
  }
  return reject('platform.notFound');
}

/** The values of the places of a route, or null where it does not fit. */
function valuesOf({ path }: Route, pathname: string): Record<string, string> | null {
  const pattern = path.replace(/:(\w+)/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  return match ? { ...match.groups } : null;
}

/** An installation by default settings, without trouble and with an empty log. */
function quietInstallation(): Installation {
  return openInstallation({
    ...{ configuration: readConfiguration({}), log: new RecentLog(), startedAt: '2026-11-24T09:00:00.000Z' },
    health: () => Promise.resolve({ state: 'ok', parts: [] }),
  });
}
