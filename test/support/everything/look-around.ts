import { isRejection, type Rejection } from '../../../server/contract/rejections.js';
import type { Route } from '../../../server/platform/http/routes.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { personWith } from '../people.js';
import { someZusatzfeld } from '../zusatzfelder.js';
import type { KeptRecords } from './aussonderung.js';
import type { KnownProtokoll } from './protokoll.js';
import type { KnownVorlagen } from './vorlagen.js';

/** What the routes are asked about. */
export interface Known {
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

/** Routes that answer as long as there is one Mandant. */
export async function lookAtLog(office: TestOffice): Promise<Route[]> {
  done(await office.read('kim.okafor', '/api/zustand/log'));
  return office.routes.filter(({ path }) => path === '/api/zustand/log');
}

/** Asks every route for something that is there. Returns those that answered. */
export async function lookAround(office: TestOffice, known: Known): Promise<Set<Route>> {
  const answered = new Set<Route>();
  for (const route of office.routes) {
    const values = valuesFor(route.path, known);
    // The Aufgabe and the upload below are hers; nobody else may open them.
    const own = ['/api/aufgaben/:id', '/api/aufgaben/:id/empfaenger', '/api/dokumente/uploads/:id'].includes(
      route.path,
    );
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
