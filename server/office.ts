import type { MailTransport } from '../connectors/api/mail-transport.js';
import type { QuestionPort } from '../connectors/api/question-port.js';
import { openAkteneinsicht } from './akteneinsicht/open-akteneinsicht.js';
import { openAkteFollowUps } from './akte/akte-follow-ups.js';
import { akteJobs } from './akte/akte.jobs.js';
import { aktenplanRoutes } from './aktenplan/aktenplan.http.js';
import { aktenplanHandlers } from './aktenplan/enter-into-force.js';
import { aufgabeJobs } from './aufgabe/aufgabe.jobs.js';
import { aufgabeProjector } from './aufgabe/aufgabe-projector.js';
import { aussonderungRoutes } from './aussonderung/aussonderung.http.js';
import type { AbgabeParts } from './aussonderung/prepare-abgabe.js';
import { protectionHandlers } from './aussonderung/protect-objects.js';
import { reconcileProtection } from './aussonderung/reconcile-protection.js';
import { destructionHandlers } from './aussonderung/vernichtung.jobs.js';
import { createTransferAbgabe } from './aussonderung/transfer-abgabe.js';
import { dokumentRoutes } from './dokument/dokument.http.js';
import { createReader } from './dokument/reading/reader.js';
import { createReceiveUpload } from './dokument/receive-upload.js';
import { createRenditionMaker } from './dokument/rendition/rendition-maker.js';
import { openErsuchen } from './ersuchen/open-ersuchen.js';
import { createMoveClock } from './demo/move-clock.js';
import { fachverfahrenJobs, questionHandlers } from './fachverfahren/fachverfahren.jobs.js';
import type { Installation } from './installation/open-installation.js';
import { installationRoutes } from './installation/installation.http.js';
import { importRoutes } from './import/import.http.js';
import { laufwegHandlers, laufwegProjector } from './laufweg/index.js';
import { openNotifications } from './notification/open-notifications.js';
import { createActRunner } from './platform/act-runner.js';
import type { Clock } from './platform/clock.js';
import { createOutbox } from './platform/jobs/outbox.js';
import { PLAIN_ACTS, PLAIN_ROUTES } from './plain-slices.js';
import { sweepRows } from './platform/jobs/sweep-rows.js';
import type { ObjectStore } from './platform/objects/object-store.js';
import type { Database } from './platform/postgres/database.js';
import { withEyesOfTheSystem, type Transaction } from './platform/transaction.js';
import { uploadRoutes } from './platform/uploads/upload.http.js';
import { createUploads } from './platform/uploads/uploads.js';
import { sweepUploads } from './platform/uploads/sweep-uploads.js';
import { deliveryHandlers, postausgangJobs, versandHandlers } from './postausgang/postausgang.jobs.js';
import { examineEingang } from './posteingang/examine-eingang.js';
import { createExaminer } from './posteingang/examination/examine.js';
import { createIntake } from './posteingang/intake.js';
import { openRearranging } from './posteingang/open-rearranging.js';
import { posteingangRoutes } from './posteingang/posteingang.http.js';
import { receiptHandlers } from './posteingang/receipt-handlers.js';
import { appendProtokoll } from './protokoll/append-protokoll.js';
import { createCheckpointKeeper, type CheckpointParts } from './protokoll/checkpoint-keeper.js';
import { createRotateKey } from './protokoll/rotate-key.js';
import { createTakeCheckpoint } from './protokoll/take-checkpoint.js';
import { rechnungJobs } from './rechnung/rechnung.jobs.js';
import { openSchwaerzung } from './schwaerzung/open-schwaerzung.js';
import { openSearch } from './search/open-search.js';
import { createStapelLoop } from './stapel/stapel-loop.js';
import { openVorlagen } from './vorlage/open-vorlagen.js';
import { vorlageJobs } from './vorlage/vorlage.jobs.js';
import { answerHandler } from './workflow/ask-outside.js';
import { decisionRoutes } from './workflow/decision.http.js';
import { createEmbeddedEngine, createEngineLoops } from './workflow/embedded/index.js';
import { createRoutedEngine, createZeebeEngine, openNodeGateway, type ZeebeAddress } from './workflow/zeebe/index.js';
import { workflowActs } from './workflow/workflow.acts.js';
import { workflowHandlers } from './workflow/workflow-handlers.js';
import { workflowRoutes } from './workflow/workflow.http.js';
import { openWopi, type EditorSetting } from './wopi/open-wopi.js';
import { openWeitergabe } from './weitergabe/open-weitergabe.js';
import { createSignDokument } from './zeichnung/sign-dokument.js';

export interface OfficeParts {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  /** Moves the clock of a demo. */
  readonly advanceClock: (milliseconds: number) => void;
  /** Opens the sealed signing keys. */
  readonly signingSecret: Uint8Array;
  /** Folder for the files of running examinations. */
  readonly scratchFolder: string;
  /** Largest item that may come in, in bytes. */
  readonly largestItem: number;
  /** Bytes that are left for files on their way in. */
  readonly freeBytes: () => Promise<number>;
  /** Cluster that new processes start on; null: they run in this server. */
  readonly zeebe: ZeebeAddress | null;
  /** How mails leave, and the address that they come from. */
  readonly post: { readonly transport: MailTransport; readonly from: string };
  /** Where Dokumente are edited in the browser; left out or null: nowhere. */
  readonly editor?: EditorSetting | null;
  /** Systems that processes may ask. */
  readonly fachverfahren: QuestionPort;
  readonly installation: Installation;
  readonly archive: Pick<AbgabeParts, 'partner' | 'system' | 'schemaCheck'>;
  /** Where checkpoints of the Protokoll lie, and what seals the keys that sign them. */
  readonly protokoll: Pick<CheckpointParts, 'folder' | 'copies' | 'secret'>;
}

export type Office = ReturnType<typeof openOffice>;

/**
 * Everything that the office does, without its door: acts, read models, engine and loops. The server puts HTTP in front
 * of it; the feature tests work in it directly, with a clock of their own.
 */
export function openOffice(parts: OfficeParts) {
  const { database, objects, clock, largestItem, editor = null } = parts;
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => outbox.wake() });
  const intake = createIntake({ objects, runner, clock, largestItem });
  const uploads = createUploads({ runner, objects, largestItem, freeBytes: parts.freeBytes });
  const examiner = createExaminer({ scratchFolder: parts.scratchFolder });
  const reader = createReader({ objects, scratchFolder: parts.scratchFolder });
  const pages = { runner, objects, scratchFolder: parts.scratchFolder };
  const [vorlagen, schwaerzung] = [openVorlagen(pages), openSchwaerzung(pages)];
  const rearranging = openRearranging(pages);
  const notifications = openNotifications({ database, runner });
  const akteneinsicht = openAkteneinsicht(pages);
  const weitergabe = openWeitergabe({ ...pages, examiner, largestItem });
  const ersuchen = openErsuchen(pages);
  const receiveDokument = createReceiveUpload({ objects, examiner, runner, largestItem });
  const wopi = openWopi({ database, clock, objects, examiner, runner, largestItem, editor });
  const workers = withEyesOfTheSystem({
    ...akteJobs(objects),
    ...aufgabeJobs,
    ...rechnungJobs(objects),
    ...vorlageJobs(objects),
    ...postausgangJobs,
    ...fachverfahrenJobs(parts.fachverfahren),
  });
  const projector = withEyesOfTheSystem(laufwegProjector(aufgabeProjector));
  const address = parts.zeebe;
  const starts = address ? 'elsewhere' : 'here';
  const embedded = createEmbeddedEngine({ projector, workers, starts, onWork: () => engineLoops.wake() });
  const engineLoops = createEngineLoops({ database, runner, clock, engine: embedded });
  const zeebe = address
    ? createZeebeEngine({
        ...{ database, runner, clock, projector, workers, models: embedded.parts.models },
        newInstances: address.newInstances,
        open: () => openNodeGateway(address),
      })
    : null;
  const engine = zeebe ? createRoutedEngine(embedded, zeebe.parts) : embedded;
  const workflow = {
    ...workflowHandlers(engine),
    ...answerHandler(engine),
    ...versandHandlers(engine),
    ...laufwegHandlers(engine),
    ...engine.followUps,
    ...aktenplanHandlers,
  };
  const post = { objects, ...parts.post };
  const delivery = { ...deliveryHandlers(post), ...receiptHandlers(post) };
  const questions = questionHandlers(parts.fachverfahren);
  const protection = protectionHandlers(objects);
  const search = openSearch({ database, runner, clock, objects, scratchFolder: parts.scratchFolder });
  const unhurried = { ...destructionHandlers(objects), ...akteneinsicht.handlers };
  const renditions = createRenditionMaker({ database, runner, clock, objects, scratchFolder: parts.scratchFolder });
  const akten = openAkteFollowUps({ runner, objects, scratchFolder: parts.scratchFolder });
  const [quick, reading] = [Object.keys(workflow), ['posteingang.examine']];
  const [sending, asking] = [Object.keys(delivery), Object.keys(questions)];
  const outbox = createOutbox({
    database,
    runner,
    clock,
    handlers: {
      ...{ ...workflow, ...delivery, ...questions, ...protection, ...unhurried },
      ...{ ...akten.handlers, ...vorlagen.handlers, ...weitergabe.handlers, ...ersuchen.handlers },
      'posteingang.examine': examineEingang({ objects, examiner }),
    },
    // Two at a time each: reading a letter takes seconds and must not delay the next Aufgabe. Nor must a mail server, and
    // one system that is slow not all the others at once. The locks of the storage are in no hurry.
    lanes: [
      quick,
      quick,
      reading,
      reading,
      sending,
      asking,
      asking,
      ...[protection, unhurried, vorlagen.handlers].map(Object.keys),
      ...[...akten.lanes, ...weitergabe.lanes, ...ersuchen.lanes],
    ],
  });
  const stapel = createStapelLoop({ database, runner, clock });
  const sweepEngine = async (tx: Transaction) => {
    await search.sweep(tx);
    await embedded.sweep(tx);
    await zeebe?.sweep(tx);
    await sweepUploads(tx);
    await akteneinsicht.sweep(tx);
    await akten.sweep(tx);
    await notifications.sweep(tx);
    await ersuchen.sweep(tx);
  };
  const proof: CheckpointParts = { database, runner, clock, ...parts.protokoll };
  const checkpoints = createCheckpointKeeper(proof);
  const abgabe: AbgabeParts = { runner, objects, clock, ...parts.archive };
  return {
    runner,
    intake,
    uploads,
    engine,
    outbox,
    engineLoops,
    zeebe,
    /** Started and stopped on its own: its last checkpoint comes after everything else has ended. */
    checkpoints,
    search,
    stapel,
    /** Not part of `settle`: nothing follows from a rendition. */
    renditions,
    wopi,
    acts: [
      ...PLAIN_ACTS,
      ...notifications.acts,
      createSignDokument({ objects, secret: parts.signingSecret }),
      ...[...vorlagen.acts, ...search.acts, ...schwaerzung.acts, ...rearranging.acts],
      ...akteneinsicht.acts,
      ...[...wopi.acts, ...weitergabe.acts, ...ersuchen.acts],
      ...workflowActs(engine),
      createTransferAbgabe(abgabe),
      createRotateKey(proof.secret),
      createTakeCheckpoint(proof),
      createMoveClock(parts.advanceClock),
    ],
    routes: [
      ...PLAIN_ROUTES,
      ...uploadRoutes(uploads),
      ...posteingangRoutes(intake),
      ...dokumentRoutes(receiveDokument, reader),
      ...aktenplanRoutes(runner),
      ...importRoutes(objects),
      ...[...notifications.routes, ...wopi.routes, ...vorlagen.routes, ...search.routes],
      ...[...schwaerzung.routes, ...akteneinsicht.routes, ...weitergabe.routes, ...ersuchen.routes],
      ...[...workflowRoutes(engine), ...decisionRoutes(engine)],
      ...aussonderungRoutes(abgabe),
      ...installationRoutes(parts.installation, database),
    ],
    /** Works until nothing is due: outbox, service tasks, timers. */
    settle: async () => {
      const loops = [outbox, stapel, engineLoops, ...(zeebe ? [zeebe] : [])];
      for (let done = -1; done !== 0;) {
        done = 0;
        for (const loop of loops) done += await loop.drain();
      }
    },
    /** Removes what nobody will ask for again: done follow-ups, answered keys, expired messages. */
    sweep: () => sweepRows({ database, runner, clock, sweepEngine }),
    /** Tells everybody whose Frist has passed; often enough that nobody waits for it through a morning. */
    tellOverdue: notifications.tellOverdue,
    /** Compares what the storage protects with what the records want, and puts it right. */
    reconcileProtection: () => reconcileProtection({ database, runner, objects }),
    start: () => {
      outbox.start();
      engineLoops.start();
      zeebe?.start();
      search.start();
      stapel.start();
      renditions.start();
    },
    /** An examination that is cut off comes again after the next start. */
    stop: async () => {
      await stapel.stop();
      await Promise.all([examiner.close(), outbox.stop(), engineLoops.stop(), zeebe?.stop(), search.stop()]);
      await Promise.all([reader.close(), vorlagen.close(), schwaerzung.close(), akteneinsicht.close()]);
      await Promise.all([renditions.stop(), akten.close(), rearranging.close()]);
    },
  };
}
