import { Readable } from 'node:stream';
import type { ActInput, PersonActName } from '../../server/contract/acts.js';
import type {
  GroupLine,
  LaufwegLine,
  LaufwegStationView,
  LaufwegView,
  MappeDokument,
  OutlineLine,
  StationArt,
} from '../../server/contract/laufweg-views.js';
import type { AufgabeRow, AufgabeView } from '../../server/contract/views.js';
import { openAkte } from '../../server/akte/open-akte.js';
import { openVorgang } from '../../server/akte/open-vorgang.js';
import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { keepUpload } from '../../server/dokument/keep-upload.js';
import { newId } from '../../server/platform/ids.js';
import { testPdf } from '../../server/signatur/testing/documents.js';
import { done } from './closed-vorgang.js';
import { NOTHING_FOUND } from './eingaenge.js';
import type { TestOffice } from './office.js';
import { POSITION } from './records.js';

/** A Vorgang of jana.petersen with drafts that may go round. */
export interface Mappe {
  readonly vorgangId: string;
  readonly dokumente: MappeDokument[];
}

/** PDF drafts in an open Vorgang of its own, written by jana.petersen unless somebody else is named. */
export async function mappe(
  office: TestOffice,
  titles: readonly string[] = ['Bescheid'],
  author = 'jana.petersen',
): Promise<Mappe> {
  const vorgangId = await emptyVorgang(office);
  const dokumente: MappeDokument[] = [];
  for (const betreff of titles)
    dokumente.push({ dokumentId: await pdfDraft(office, vorgangId, betreff, author), nummer: 1 });
  return { vorgangId, dokumente };
}

async function emptyVorgang({ runner, bench }: TestOffice): Promise<string> {
  const [place] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ einheitId: string; federfuehrungId: string }>(
      `SELECT e.id AS "einheitId", u.id AS "federfuehrungId" FROM aktenplaneinheit e, unit u
        WHERE e.kennzeichen = $1 AND u.code = '20.31'`,
      [POSITION],
    ),
  );
  if (!place) throw new Error('the demo has no such position');
  const { akteId } = done(await runner.run(bench.system, openAkte, { ...place, betreff: 'Kreishaus, Fassade' }));
  return done(await runner.run(bench.system, openVorgang, { akteId, betreff: 'Bescheid über die Sanierung' }))
    .vorgangId;
}

/** A draft of that person in the Vorgang. */
export async function pdfDraft(
  office: TestOffice,
  vorgangId: string,
  betreff: string,
  author: string,
): Promise<string> {
  const uploadId = await uploadedPdf(office, author);
  const details = { betreff, art: 'ausgang', date: '2026-11-20', state: 'entwurf' } as const;
  return done(await office.act(author, 'dokument.addUpload', { uploadId, vorgangId, ...details })).dokumentId;
}

async function uploadedPdf({ runner, bench }: TestOffice, login: string): Promise<string> {
  // Something of its own behind the end of the file: the same bytes would be no new version.
  const bytes = Buffer.concat([await testPdf(), Buffer.from(`\n% ${newId()}\n`)]);
  const stored = done(await bench.objects.put(Readable.from([bytes])));
  const file = { ...stored, name: 'Bescheid.pdf', mime: 'application/pdf' };
  const input = { file, examination: NOTHING_FOUND, idempotencyKey: null };
  return done(await runner.run(bench.as(login), keepUpload, input)).id;
}

/** A further version of a draft, by that person. */
export async function newVersion(office: TestOffice, dokumentId: string, login = 'jana.petersen'): Promise<void> {
  const [row] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query<{ version: number }>(`SELECT version FROM dokument WHERE id = $1`, [dokumentId]),
  );
  const uploadId = await uploadedPdf(office, login);
  const input = { dokumentId, version: row?.version ?? 0, uploadId, comment: 'überarbeitet' };
  done(await office.act(login, 'dokument.addVersion', input));
}

/** A line that asks a person of the demo. */
export function asks(office: TestOffice, login: string, art: StationArt = 'mitzeichnung', depth = 0): OutlineLine {
  return { depth, kind: 'station', art, who: { kind: 'person', personId: office.personId(login) }, fristDays: null };
}

/** A line that begins a group. */
export function gruppe(order: GroupLine['order'], quorum: GroupLine['quorum'] = null, depth = 0): OutlineLine {
  return { depth, kind: 'group', order, quorum };
}

/** Sends it round in the name of jana.petersen. */
export async function started(
  office: TestOffice,
  { vorgangId, dokumente }: Mappe,
  ...lines: OutlineLine[]
): Promise<string> {
  return done(await office.act('jana.petersen', 'laufweg.startLaufweg', { vorgangId, dokumente, lines })).laufwegId;
}

export async function laufwegOf(office: TestOffice, vorgangId: string, laufwegId: string): Promise<LaufwegView> {
  const path = `/api/vorgaenge/${vorgangId}/laufwege`;
  const { laufwege } = done(await office.read<{ laufwege: LaufwegView[] }>('jana.petersen', path));
  const found = laufwege.find(({ id }) => id === laufwegId);
  if (!found) throw new Error('the Vorgang has no such Laufweg');
  return found;
}

/** One change of a Laufweg as it is now, by jana.petersen. */
export async function change<Name extends Extract<PersonActName, `laufweg.${string}`>>(
  office: TestOffice,
  vorgangId: string,
  laufwegId: string,
  name: Name,
  input: Omit<ActInput<Name>, 'laufwegId' | 'version'>,
) {
  const { version } = await laufwegOf(office, vorgangId, laufwegId);
  return office.act('jana.petersen', name, { laufwegId, version, ...input } as unknown as ActInput<Name>);
}

/** `„person: state“` of each station, groups left out. */
export function states({ lines }: LaufwegView): string[] {
  return stations(lines).map(({ whom, state }) => `${whom.split(',')[0] ?? ''}: ${state}`);
}

export function stations(lines: readonly LaufwegLine[]): LaufwegStationView[] {
  return lines.filter((line) => line.kind === 'station');
}

export function stationOf({ lines }: LaufwegView, name: string): LaufwegStationView {
  const found = stations(lines).find(({ whom }) => whom.startsWith(name));
  if (!found) throw new Error(`nobody asks ${name}`);
  return found;
}

/** The open Aufgabe of that person in the Vorgang; null where there is none. */
export async function aufgabeIn(office: TestOffice, login: string, vorgangId: string): Promise<AufgabeView | null> {
  const { items } = done(await office.read<{ items: AufgabeRow[] }>(login, '/api/aufgaben?list=meine&most=1000'));
  for (const { id } of items) {
    const view = done(await office.read<AufgabeView>(login, `/api/aufgaben/${id}`));
    if (view.vorgang.id === vorgangId) return view;
  }
  return null;
}

/** That person's answer, about the versions that the page shows now. */
export async function answer(
  office: TestOffice,
  login: string,
  vorgangId: string,
  entscheidung: string,
  bemerkung = '',
) {
  const aufgabe = await aufgabeIn(office, login, vorgangId);
  if (!aufgabe) throw new Error(`${login} is not asked`);
  const input = { aufgabeId: aufgabe.id, version: aufgabe.version, seen: seenIn(aufgabe) };
  if (entscheidung === 'zeichnen') {
    return office.act(login, 'zeichnung.signDokument', { ...input, password: DEMO_PASSWORD, bemerkung });
  }
  return office.act(login, 'aufgabe.completeAufgabe', { ...input, data: { entscheidung, bemerkung } });
}

/** What the page has shown of the Umlaufmappe. */
export function seenIn({ laufweg }: AufgabeView): MappeDokument[] {
  return (laufweg?.dokumente ?? []).map(({ dokumentId, newest }) => ({ dokumentId, nummer: newest }));
}
