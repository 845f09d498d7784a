import type { PersonActName } from '../../../server/contract/acts.js';
import { isRejection, type Rejection } from '../../../server/contract/rejections.js';
import type { EingangView } from '../../../server/contract/views.js';
import type { Route } from '../../../server/platform/http/routes.js';
import { done } from '../closed-vorgang.js';
import { rechnungXml } from '../letters.js';
import type { TestOffice } from '../office.js';
import { personWith } from '../people.js';
import { someZusatzfeld } from '../zusatzfelder.js';
import { compareEverything } from './consistency.js';
import { passAround } from './aufgaben.js';
import { grantAndWithdraw } from './access.js';
import { workOnDokumente } from './dokumente.js';
import { destroyRecords, keepRecords, type KeptRecords } from './aussonderung.js';
import { takeOverVorgang } from './import.js';
import { keepRegister } from './kontakte.js';
import { mailWith } from './mail-with.js';
import { changeAktenplan, openByHand } from './plan.js';
import { runProcesses } from './processes.js';
import { proveAndErase, type KnownProtokoll } from './protokoll.js';
import { editInBrowser } from './wopi.js';
import { giveInspection } from './akteneinsicht.js';
import { blacken } from './schwaerzung.js';
import { uploadFiles } from './uploads.js';
import { cancel, reopen } from './closing.js';
import { takePdf } from './record-pdf.js';
import { makeRendition } from './renditions.js';
import { lookForThings } from './search.js';
import { writeFromVorlagen, type KnownVorlagen } from './vorlagen.js';
import { runStapel } from './stapel.js';
import { aufgabeOf, closedRechnung, complete, filedRechnung, TO_DESTROY, vorgangOf } from '../rechnung.js';
import { signInByDirectories } from './sign-in.js';
import { giveAndTakeAccess } from './tokens.js';
import { defineFields } from './zusatzfelder.js';
import { handOnWork } from './transfer.js';
import { handOver } from './weitergabe.js';

const ELEVEN_YEARS = 4_100;

export interface Done {
  readonly acts: ReadonlySet<PersonActName>;
  readonly routes: ReadonlySet<Route>;
}

/** Performs every act of the office and looks at every route of it, with success: all that its slices ask the database. */
export async function doEverything(office: TestOffice): Promise<Done> {
  const acts = new Set<PersonActName>();
  const counted: TestOffice = {
    ...office,
    act: async (login, name, input, key) => {
      const result = await office.act(login, name, input, key);
      if (!isRejection(result)) acts.add(name);
      return result;
    },
  };
  const ids = await recordOfPaper(counted);
  const eingangId = await addToVorgang(counted, ids.vorgangId);
  await passAround(counted);
  const pieceId = await uploadFiles(counted);
  await cancel(counted);
  const aboutRights = await grantAndWithdraw(counted, ids.vorgangId);
  const { uploadId, versionedId } = await workOnDokumente(counted, ids.vorgangId);
  acts.add(await editInBrowser(counted, ids.vorgangId));
  const drawnId = await blacken(counted, ids.vorgangId);
  const officeId = await makeRendition(counted, ids.vorgangId);
  const importId = await changeAktenplan(counted);
  const kontaktId = await keepRegister(counted, ids.vorgangId);
  const zusatzfeldId = await defineFields(counted);
  const vorlagen = await writeFromVorlagen(counted, ids.vorgangId, ids.einheitId);
  await lookForThings(counted);
  const stapelId = await runStapel(counted, ids.vorgangId);
  await handOnWork(counted, ids.vorgangId);
  await openByHand(counted, ids.einheitId);
  const instanceKey = await runProcesses(counted, ids.vorgangId);
  const [given, shown] = [await closedRechnung(counted), await closedRechnung(counted)];
  await reopen(counted, shown.vorgangId);
  const unwanted = [
    await closedRechnung(counted, { kennzeichen: TO_DESTROY }),
    await closedRechnung(counted, { kennzeichen: TO_DESTROY }),
  ];
  done(await counted.act('kim.okafor', 'demo.moveClock', { days: ELEVEN_YEARS }));
  await giveAndTakeAccess(counted);
  await signInByDirectories(counted);
  const protokoll = await proveAndErase(counted, ids.vorgangId);
  const kept = await keepRecords(counted, shown.vorgangId);
  const vernichtungId = await destroyRecords(
    counted,
    unwanted.map(({ vorgangId }) => vorgangId),
  );
  const vorgangIds = [given.vorgangId];
  const { aussonderungId } = done(await counted.act('amir.rakimov', 'aussonderung.transferAbgabe', { vorgangIds }));
  await takeOverVorgang(office);
  await compareEverything(office);
  const akteneinsichtId = await giveInspection(counted, ids.vorgangId);
  const { weitergabeId, acts: answers } = await handOver(counted);
  answers.forEach((name) => acts.add(name));
  // Of whoever asks the routes below.
  const pdfId = await takePdf(counted, personWith('akte.read'), ids.vorgangId);
  const routes = await lookAround(office, {
    ...{ ...ids, officeId, pdfId },
    ...{ eingangId, uploadId, versionedId, importId, pieceId, kontaktId, zusatzfeldId, vorlagen, drawnId },
    ...{ vernichtungId, aussonderungId, instanceKey, akteneinsichtId, weitergabeId, stapelId },
    dueVorgangId: shown.vorgangId,
    protokoll,
    kept,
    ...aboutRights,
  });
  return { acts, routes };
}

/** A paper invoice whose data a person types, and whose check is late enough for the reminder. */
async function recordOfPaper(office: TestOffice) {
  const { vorgangId, dokumentId } = await filedRechnung(office, { form: 'paper' });
  const aufgabe = await aufgabeOf(office, 'jana.petersen', 'erfassung', vorgangId);
  done(await complete(office, 'jana.petersen', aufgabe, aufgabe.data));
  await office.pass(5);
  const { aktenplan } = await vorgangOf(office, vorgangId);
  return { vorgangId, dokumentId, einheitId: aktenplan.at(-1)?.id ?? '', aufgabeId: aufgabe.id };
}

/** A letter that is put aside first, then goes into an open Vorgang, and one more into its Akte; both by hand. */
async function addToVorgang(office: TestOffice, vorgangId: string): Promise<string> {
  let last = '';
  const { akte } = await vorgangOf(office, vorgangId);
  for (const target of [
    { kind: 'vorgang', vorgangId },
    { kind: 'akte', akteId: akte.id, vorgangBetreff: 'Nachtrag' },
  ] as const) {
    const eingangId = await office.receive('Nachtrag.eml', mailWith(rechnungXml({ nummer: target.kind })));
    const { version } = done(await office.read<EingangView>('ines.vogt', `/api/posteingang/${eingangId}`));
    const note = 'Absender fragen';
    const aside = done(await office.act('ines.vogt', 'posteingang.setAsideEingang', { eingangId, version, note }));
    const resumed = done(await office.act('ines.vogt', 'posteingang.resumeEingang', { eingangId, ...aside }));
    const input = { eingangId, ...resumed, target, betreff: 'Nachtrag', letterDate: null, processId: null };
    done(await office.act('ines.vogt', 'posteingang.assignEingang', input));
    last = eingangId;
  }
  return last;
}

interface Known {
  readonly zusatzfeldId: string;
  readonly vorlagen: KnownVorlagen;
  readonly kontaktId: string;
  readonly vorgangId: string;
  readonly dokumentId: string;
  readonly einheitId: string;
  readonly importId: string;
  readonly eingangId: string;
  /** Of jana.petersen. */
  readonly uploadId: string;
  /** A file that came in pieces and that nobody has taken. */
  readonly pieceId: string;
  /** With two versions. */
  readonly versionedId: string;
  /** With pages that can be drawn. */
  readonly drawnId: string;
  /** An office file with its preview. */
  readonly officeId: string;
  /** Made for whoever may read Akten. */
  readonly pdfId: string;
  readonly aufgabeId: string;
  readonly aussonderungId: string;
  readonly akteneinsichtId: string;
  readonly weitergabeId: string;
  readonly dueVorgangId: string;
  readonly instanceKey: string;
  readonly protokoll: KnownProtokoll;
  readonly kept: KeptRecords;
  /** Of a Vorgang, and of a person who may see it. */
  readonly aktenzeichen: string;
  readonly personId: string;
  readonly vernichtungId: string;
  /** Of jana.petersen. */
  readonly stapelId: string;
}

/** Asks every route for something that is there. Returns those that answered. */
async function lookAround(office: TestOffice, known: Known): Promise<Set<Route>> {
  const answered = new Set<Route>();
  for (const route of office.routes) {
    const values = valuesFor(route.path, known);
    // The Aufgabe and the upload below are hers; nobody else may open them.
    const own = ['/api/aufgaben/:id', '/api/dokumente/uploads/:id'].includes(route.path);
    const login = own ? 'jana.petersen' : personWith(route.permission);
    const result = await office.runner.transaction(office.bench.as(login), (tx) => ask(tx, route, values, known));
    if (!isRejection(result)) answered.add(route);
  }
  return answered;
}

type Transaction = Parameters<Parameters<TestOffice['runner']['transaction']>[1]>[0];

async function ask(
  tx: Transaction,
  route: Route,
  values: Record<string, string>,
  known: Known,
): Promise<object | Rejection> {
  switch (route.kind) {
    case 'view':
      return route.load(tx, values, queryFor(route.path, known));
    case 'reading':
      return route.find(tx, values, { alt: '1', neu: '2' });
    case 'file':
      return route.find(tx, values);
    case 'download':
      return readDownload(tx, route, values, queryFor(route.path, known));
    case 'question':
      return route.answer(tx, {
        xml: '<definitions/>',
        vorgangIds: [known.dueVorgangId],
        ...known.kept.simulation,
        ...someZusatzfeld(),
        zusatzfeldId: known.zusatzfeldId,
        ...{ instanceKey: known.instanceKey, version: 1, mapping: {} },
        ...{ decisionId: 'zustaendig', variables: { betrag: 5 } },
        ...{ personId: known.personId, aktenzeichen: known.aktenzeichen, change: null },
        ...{ vorgangId: known.vorgangId, beteiligungId: null, betreff: 'Brief', typed: {}, ...known.vorlagen },
        ...{ nummer: 2, recipients: { kind: 'liste', csv: 'name;ort\nOldenhoff;Altena' } },
        ...{ akte: '{position}-{nummer}/{jahr}', teilakte: '{akte}-{nummer}', vorgang: '{akte}/{nummer}' },
      });
    case 'upload':
    case 'transfer':
      // Their transactions are their own; every letter and every upload above has gone through them.
      return {};
  }
}

/** A download is asked for only when somebody reads it to its end. */
async function readDownload(
  tx: Transaction,
  route: Extract<Route, { kind: 'download' }>,
  values: Record<string, string>,
  query: Record<string, string>,
): Promise<object | Rejection> {
  const made = await route.produce(tx, values, query, async (work) => done(await work(tx)));
  if (isRejection(made)) return made;
  for await (const _piece of made.pieces);
  return made;
}

function queryFor(path: string, { protokoll, personId }: Known): Record<string, string> {
  if (path.startsWith('/api/access/report')) return { person: personId };
  const [first, second] = protokoll.checkpoints.map(String);
  if (path === '/api/aussonderungen/outlook/vorgaenge') return { period: '2036' };
  return path === '/api/protokoll/consistency' ? { first: first ?? '', second: second ?? '' } : { q: 'Nachtrag' };
}

function dokumentFor(path: string, { drawnId, officeId, versionedId }: Known): string {
  if (path.endsWith('/vorschau')) return officeId;
  return /\/(woerter|seiten)$/.test(path) ? drawnId : versionedId;
}

function valuesFor(path: string, known: Known): Record<string, string> {
  const ids: Readonly<Record<string, string>> = {
    posteingang: known.eingangId,
    aufgaben: known.aufgabeId,
    vorgaenge: known.vorgangId,
    records: known.vorgangId,
    kontakte: known.kontaktId,
    serienbriefe: known.vorlagen.serienbriefId,
    akten: known.protokoll.akteId,
    pdf: known.pdfId,
    einheiten: known.einheitId,
    eingaben: known.importId,
    dokumente: dokumentFor(path, known),
    uploads: path.startsWith('/api/uploads/') ? known.pieceId : known.uploadId,
    aussonderungen: known.aussonderungId,
    akteneinsichten: known.akteneinsichtId,
    weitergaben: known.weitergabeId,
    vernichtungen: known.vernichtungId,
    stapel: known.stapelId,
    people: known.personId,
  };
  const { dokumentvorlageId, aktenvorlageId } = known.vorlagen;
  if (path.startsWith('/api/vorlagen/dokumente/')) return { id: dokumentvorlageId, nummer: '1' };
  if (path.startsWith('/api/vorlagen/akten/')) return { id: aktenvorlageId };
  const noun = /\/(\w+)\/:id/.exec(path)?.[1] ?? '';
  return {
    id: ids[noun] ?? '',
    nummer: '1',
    kennzeichen: '20.31',
    form: 'pdf',
    position: '0',
    processId: 'rechnungsfreigabe',
    decisionId: 'zustaendig',
    version: '1',
    instanceKey: known.instanceKey,
    size: String(known.protokoll.checkpoints[0]),
  };
}
