import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { akteJobs } from './akte/akte.jobs.js';
import { akteRoutes } from './akte/akte.http.js';
import { closeZdA } from './akte/close-zda.js';
import { aufgabeRoutes } from './aufgabe/aufgabe.http.js';
import { aufgabeJobs } from './aufgabe/aufgabe.jobs.js';
import { aufgabeProjector } from './aufgabe/aufgabe-projector.js';
import { claimAufgabe } from './aufgabe/claim-aufgabe.js';
import { completeAufgabe } from './aufgabe/complete-aufgabe.js';
import { forwardAufgabe } from './aufgabe/forward-aufgabe.js';
import { releaseAufgabe } from './aufgabe/release-aufgabe.js';
import { createTransferAbgabe } from './aussonderung/transfer-abgabe.js';
import { aussonderungRoutes } from './aussonderung/aussonderung.http.js';
import type { Sentence } from './contract/rejections.js';
import { openDemo } from './demo/demo.js';
import { createMoveClock } from './demo/move-clock.js';
import { checkHealth } from './health.js';
import { requireSignIn, sessionRoutes, signInRoutes, whoOf } from './identity/identity.http.js';
import { createActRunner } from './platform/act-runner.js';
import type { Configuration } from './platform/config.js';
import { createApplication } from './platform/http/application.js';
import { openLive } from './platform/http/live.js';
import { createCsrf } from './platform/http/request-guards.js';
import { openSessions } from './platform/http/session.js';
import { createOutbox } from './platform/jobs/outbox.js';
import { repeat } from './platform/jobs/repeat.js';
import { sweepObjects } from './platform/jobs/sweep-objects.js';
import { openFolderStore } from './platform/objects/folder-store.js';
import { openDatabase } from './platform/postgres/database.js';
import { provideDatabase } from './platform/postgres/launcher/provide-database.js';
import { requireMigrated } from './platform/postgres/require-migrated.js';
import { projectPath } from './platform/project-path.js';
import { loadServerSecrets } from './platform/server-secrets.js';
import type { Say, StartupProblem } from './platform/startup-problem.js';
import { assignEingang } from './posteingang/assign-eingang.js';
import { createExaminer } from './posteingang/examination/examine.js';
import { examineEingang } from './posteingang/examine-eingang.js';
import { watchFolder } from './posteingang/watch-folder.js';
import { createIntake } from './posteingang/intake.js';
import { posteingangRoutes } from './posteingang/posteingang.http.js';
import { resumeEingang } from './posteingang/resume-eingang.js';
import { setAsideEingang } from './posteingang/set-aside-eingang.js';
import { appendProtokoll } from './protokoll/append-protokoll.js';
import { rechnungJobs } from './rechnung/rechnung.jobs.js';
import { stornoRechnung } from './rechnung/storno-rechnung.js';
import { deployProcess } from './workflow/deploy-process.js';
import { createEmbeddedEngine, createEngineLoops } from './workflow/embedded/index.js';
import { workflowHandlers } from './workflow/workflow-handlers.js';
import { workflowRoutes } from './workflow/workflow.http.js';
import { createSignDokument } from './zeichnung/sign-dokument.js';

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

const DAY = 86_400_000;

/**
 * Wires everything by hand, in the order in which it depends on each other, and starts it.
 * @throws StartupProblem for everything a person can remedy; what has been started by then is stopped again
 */
export async function startLaufmappe(configuration: Configuration, hooks: LaufmappeHooks): Promise<Laufmappe> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    return await start(configuration, hooks, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  configuration: Configuration,
  hooks: LaufmappeHooks,
  stops: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Laufmappe> {
  const { dataFolder } = configuration;
  const provided = await provideDatabase(configuration, { say: hooks.say, onExit: hooks.onFailure });
  stops.push(() => provided.stop());
  await requireMigrated(provided.ownerUrl);
  const secrets = await loadServerSecrets(dataFolder);
  const objects = await openFolderStore(configuration.objectsFolder);
  const database = await openDatabase(provided.applicationUrl);
  stops.push(() => database.close());
  const demo = await openDemo(configuration);
  const { clock } = demo;

  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => outbox.wake() });
  const intake = createIntake({ objects, runner, clock });
  const examiner = createExaminer({ scratchFolder: join(dataFolder, 'scratch') });
  stops.push(() => examiner.close());
  const engine = createEmbeddedEngine({
    projector: aufgabeProjector,
    workers: { ...akteJobs(objects), ...aufgabeJobs, ...rechnungJobs(objects) },
    onWork: () => engineLoops.wake(),
  });
  const engineLoops = createEngineLoops({ database, runner, clock, engine });
  const workflow = workflowHandlers(engine);
  const [quick, reading] = [Object.keys(workflow), ['posteingang.examine']];
  const outbox = createOutbox({
    database,
    runner,
    clock,
    handlers: { ...workflow, 'posteingang.examine': examineEingang({ objects, examiner }) },
    // Two at a time each: reading a letter takes seconds and must not delay the next Aufgabe.
    lanes: [quick, quick, reading, reading],
  });
  const demoParts = { database, runner, objects, engine, secrets, intake };
  const mandantId = await demo.seed(demoParts);

  const cookies = configuration.publicUrl.startsWith('https:') ? 'secure' : 'plain';
  const sessions = openSessions(provided.sessionUrl, secrets.session, cookies);
  stops.push(() => sessions.close());
  const live = openLive(provided.applicationUrl);
  stops.push(() => live.close());
  const csrf = createCsrf(secrets.csrf, cookies);
  const identity = { database, runner, clock, csrfToken: csrf.token };
  const folder = watchFolder({ folder: configuration.eingangFolder, intake, mandantId });
  const application = createApplication({
    runner,
    objects,
    live,
    sessionHandler: sessions.handler,
    csrfProtection: csrf.protect,
    requireSignIn: requireSignIn(database),
    who: whoOf,
    publicRoutes: signInRoutes(identity).use(demo.routes),
    sessionRoutes: sessionRoutes(identity),
    acts: [
      assignEingang,
      setAsideEingang,
      resumeEingang,
      claimAufgabe,
      releaseAufgabe,
      forwardAufgabe,
      completeAufgabe,
      createSignDokument({ objects, secret: secrets.signingKeys }),
      stornoRechnung,
      closeZdA,
      deployProcess(engine),
      createTransferAbgabe({ objects, database }),
      createMoveClock(demo.advanceClock),
    ],
    routes: [
      ...posteingangRoutes(intake),
      ...aufgabeRoutes,
      ...akteRoutes,
      ...workflowRoutes,
      ...aussonderungRoutes({ objects }),
    ],
    health: () => checkHealth({ database, dataFolder, folderTrouble: folder.trouble }),
    clientFolder: projectPath('dist/client'),
  });
  const server = createServer(application);
  const url = await listen(server, configuration);
  stops.push(() => close(server));

  outbox.start();
  engineLoops.start();
  const sweeper = repeat('sweeper', DAY, () => sweepObjects(objects, database));
  const letters = demo.deliverLetters(demoParts, mandantId);
  stops.push(() => Promise.all([outbox.stop(), engineLoops.stop(), folder.stop(), sweeper.stop(), letters]));
  return { url, greeting: demo.greeting(url), stop };
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
