import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MailTransport } from '../connectors/api/mail-transport.js';
import { createEditorServer } from '../connectors/editor/editor-server.js';
import { createFolderTransport } from '../connectors/mail/folder-transport.js';
import { createSmtpTransport } from '../connectors/mail/smtp-transport.js';
import { archiveParts } from './aussonderung/archive-parts.js';
import { barriereDoor } from './barriere/door.http.js';
import type { Sentence } from './contract/rejections.js';
import { openDemo } from './demo/demo.js';
import { checkHealth } from './health.js';
import { openInstallation } from './installation/open-installation.js';
import { watchDirectories } from './identity/directory-health.js';
import { sessionRoutes, signInRoutes } from './identity/identity.http.js';
import { requireSignIn, whoOf } from './identity/signed-in.http.js';
import { livingSessions, whoSees } from './identity/identity.queries.js';
import { requireToken } from './identity/token.http.js';
import { openDirectories } from './open-directories.js';
import { openFachverfahren } from './open-fachverfahren.js';
import { openMandanten } from './mandant/open-mandanten.js';
import { openOffice } from './office.js';
import type { Configuration } from './platform/config.js';
import { systemClock } from './platform/clock.js';
import { freeBytes } from './platform/free-bytes.js';
import { createApplication } from './platform/http/application.js';
import type { ResponseSchemas } from './platform/http/openapi.js';
import { openLive } from './platform/http/live.js';
import { recentLog } from './platform/logger.js';
import { openSessions } from './platform/http/session.js';
import { repeat } from './platform/jobs/repeat.js';
import { sweepObjects } from './platform/jobs/sweep-objects.js';
import { openObjectStore } from './platform/objects/open-object-store.js';
import { openDatabase } from './platform/postgres/database.js';
import { provideDatabase } from './platform/postgres/launcher/provide-database.js';
import { requireMigrated } from './platform/postgres/require-migrated.js';
import { projectPath } from './platform/project-path.js';
import { requireRoom } from './platform/require-room.js';
import { loadServerSecrets } from './platform/server-secrets.js';
import type { Say, StartupProblem } from './platform/startup-problem.js';
import { watchFolder } from './posteingang/watch-folder.js';
import { pickupRoutes } from './weitergabe/pickup.http.js';
import type { EditorSetting } from './wopi/open-wopi.js';
import { requireCluster, zeebeHealth } from './workflow/zeebe/index.js';

export interface Laufmappe {
  readonly url: string;
  /** What the person at the terminal reads once everything runs. */
  readonly greeting: readonly Sentence[];
  stop(): Promise<void>;
}

export interface LaufmappeHooks {
  readonly say: Say;
  /** Called once when something dies that the server cannot live without. */
  readonly onFailure: (problem: StartupProblem) => void;
}

type Stops = (() => Promise<unknown>)[];

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Wires everything by hand, in the order in which it depends on each other, and starts it.
 * @throws StartupProblem for everything a person can remedy; what has been started by then is stopped again
 */
export async function startLaufmappe(configuration: Configuration, hooks: LaufmappeHooks): Promise<Laufmappe> {
  const stops: Stops = [];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    return { ...(await start(configuration, hooks, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  configuration: Configuration,
  hooks: LaufmappeHooks,
  stops: Stops,
): Promise<Omit<Laufmappe, 'stop'>> {
  const { dataFolder } = configuration;
  const provided = await provideDatabase(configuration, { say: hooks.say, onExit: hooks.onFailure });
  stops.push(() => provided.stop());
  await requireMigrated(provided.ownerUrl);
  const secrets = await loadServerSecrets(dataFolder);
  const objects = await openObjectStore(configuration);
  await requireRoom(configuration.s3 ? dataFolder : configuration.objectsFolder, configuration.maximumFileSize);
  const database = await openDatabase(provided.applicationUrl);
  stops.push(() => database.close());
  await requireCluster(database, configuration.zeebe);
  const demo = await openDemo(configuration);
  const { clock } = demo;

  const { smtp, from } = configuration.postausgang;
  const transport = smtp ? createSmtpTransport(smtp) : createFolderTransport(join(dataFolder, 'ausgang'));
  const installation = openInstallation({
    ...{ configuration, log: recentLog, startedAt: systemClock().now().toISOString() },
    // The lights are those of parts that are opened below.
    health: () => health(),
  });
  const office = openOffice({
    database,
    objects,
    clock,
    installation,
    advanceClock: demo.advanceClock,
    signingSecret: secrets.signingKeys,
    scratchFolder: join(dataFolder, 'scratch'),
    largestItem: configuration.maximumFileSize,
    // A bucket has no end that we could see; its spool holds one piece at a time.
    freeBytes: () => (configuration.s3 ? Promise.resolve(Infinity) : freeBytes(configuration.objectsFolder)),
    zeebe: configuration.zeebe,
    post: { transport, from },
    editor: editorOf(configuration),
    fachverfahren: await openFachverfahren(configuration.fachverfahren, process.env),
    archive: await archiveParts(configuration.xdomeaSchemas),
    protokoll: {
      folder: join(dataFolder, 'protokoll-checkpoints'),
      copies: configuration.checkpointCopies,
      secret: secrets.protokollKeys,
    },
  });
  const { runner, intake, zeebe, checkpoints } = office;
  stops.push(() => checkpoints.stop());
  const demoParts = { ...office, database, objects, secrets };
  const mandantId = await demo.seed(demoParts);

  const cookies = configuration.publicUrl.startsWith('https:') ? 'secure' : 'plain';
  const sessions = openSessions(provided.sessionUrl, secrets.session, cookies);
  stops.push(() => sessions.close());
  const live = openLive({
    url: provided.applicationUrl,
    livingSessions: (mandantId, sessionIds) => livingSessions(database, mandantId, sessionIds),
    whoSees: (mandantId, change, people) => whoSees({ database, clock }, mandantId, change, people),
  });
  stops.push(() => live.close());
  const rules = await openDirectories(configuration.signIn, process.env);
  const directories = watchDirectories(rules);
  const folder = watchFolder({ folder: configuration.eingangFolder, intake, clock, mandantId });
  stops.push(() => folder.stop());
  const health = () =>
    checkHealth({
      ...{ database, objects, dataFolder, directories, protokoll: checkpoints },
      ...{ folder: folder.health, post: transport.about, editor: office.wopi.health },
      zeebe: zeebe ? () => zeebeHealth(zeebe) : undefined,
    });
  const mandanten = openMandanten({
    ...{ database, runner, clock, objects, pageOrigin: configuration.publicUrl, dataFolder, installation },
    sessionUrl: provided.sessionUrl,
  });
  stops.push(() => mandanten.close());
  let listening = configuration.publicUrl;
  const identity = {
    ...{ database, runner, clock, rules },
    wallClock: systemClock(),
    secret: secrets.signIn,
    url: () => listening,
  };
  const server = createServer(
    KEPT_OPEN,
    createApplication({
      runner,
      objects,
      live,
      sessionHandler: sessions.handler,
      requireSignIn: requireSignIn(identity),
      requireToken: requireToken({ database, clock }),
      requestsPerMinute: configuration.requestsPerMinute,
      who: whoOf,
      publicRoutes: signInRoutes(identity)
        .use(demo.routes)
        .use(mandanten.router)
        .use(pickupRoutes({ database, runner, clock, objects }))
        .use(barriereDoor(identity)),
      sessionRoutes: sessionRoutes(identity),
      acts: office.acts,
      routes: office.routes,
      editor: configuration.editor && office.wopi.router && { ...configuration.editor, router: office.wopi.router },
      health,
      responses: JSON.parse(await readFile(projectPath('dist/server/responses.json'), 'utf8')) as ResponseSchemas,
      clientFolder: projectPath('dist/client'),
    }),
  );
  const url = await listen(server, configuration);
  listening = url;
  office.start();
  checkpoints.start();
  const sweeper = repeat('sweeper', DAY, async () => {
    await office.sweep();
    await office.reconcileProtection();
    await sweepObjects(objects, database);
  });
  // Half a minute: a lock that has run out blocks the Dokument for its colleagues.
  const editing = repeat('wopi', 30_000, () => office.wopi.sweep());
  const overdue = repeat('overdue', HOUR, () => office.tellOverdue());
  const letters = demo.deliverLetters(demoParts, mandantId);
  stops.push(() =>
    Promise.all([close(server), letters, sweeper.stop(), editing.stop(), overdue.stop(), office.stop()]),
  );
  const [running, ...more] = demo.greeting(url);
  return { url, greeting: [...(running ? [running] : []), mailLine(transport), ...more] };
}

/**
 * Who keeps a connection for the next request (a reverse proxy does for 60 s) must not send it into one that we are closing:
 * Node's 5 s did that under load. Milliseconds; the head of a request may take longer than the silence before it.
 */
const KEPT_OPEN = { keepAliveTimeout: 75_000, headersTimeout: 80_000 } as const;

function editorOf({ editor, publicUrl }: Configuration): EditorSetting | null {
  return editor && { server: createEditorServer(editor.origin), hostUrl: editor.hostUrl, pageOrigin: publicUrl };
}

function mailLine({ about, place }: MailTransport): Sentence {
  return { de: `${about.de}: ${place}`, en: about.en };
}

function listen(server: Server, { host, port, publicUrl }: Configuration): Promise<string> {
  return new Promise((resolve, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      // Port 0 (tests) is known only now.
      resolve(port === 0 ? `http://${host}:${(server.address() as AddressInfo).port}` : publicUrl);
    });
  });
}

/** Ends kept-alive and streaming connections too; otherwise `close` waits for every open page. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
