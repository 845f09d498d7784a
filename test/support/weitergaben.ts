import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addEinheit } from '../../server/aktenplan/add-einheit.js';
import type { ActInput } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import { loadPerson } from '../../server/identity/identity.queries.js';
import type { ActContext } from '../../server/platform/act-runner.js';
import { createOutbox, type OutboxHandler } from '../../server/platform/jobs/outbox.js';
import { newId } from '../../server/platform/ids.js';
import { createExaminer } from '../../server/posteingang/examination/examine.js';
import { openWeitergabe } from '../../server/weitergabe/open-weitergabe.js';
import { orderWeitergabe } from '../../server/weitergabe/order-weitergabe.js';
import { releaseWeitergabe } from '../../server/weitergabe/release-weitergabe.js';
import { openActBench, type ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { created, within } from './mandanten.js';
import { addedDokument, openedVorgang } from './records.js';
import { close } from './retention.js';
import type { Workbench } from './workbench.js';

export const jana = 'jana.petersen';
export const ruth = 'ruth.lindqvist';

/** An office that hands Akten over: with the jobs that pack, offer and take over. */
export interface WeitergabeBench extends ActBench {
  readonly scratchFolder: string;
  readonly handlers: Readonly<Record<string, OutboxHandler>>;
  /** Does all that is due, in every Mandant. */
  work(): Promise<void>;
}

export async function openWeitergabeBench(): Promise<WeitergabeBench> {
  const bench = await openActBench();
  const examiner = createExaminer();
  const scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-weitergabe-'));
  const { handlers, lanes } = openWeitergabe({ ...bench, examiner, scratchFolder, largestItem: 1_000_000 });
  const { database, runner, clock } = bench;
  const outbox = createOutbox({ database, runner, clock, handlers, lanes });
  return {
    ...{ ...bench, scratchFolder, handlers },
    work: async () => {
      await outbox.drain();
    },
    close: async () => {
      await examiner.close();
      await bench.close();
    },
  };
}

/** Link and code as the page makes them. */
export function secrets(): { token: string; code: string } {
  const digit = (byte: number) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(byte % 32);
  const group = () => [...randomBytes(4)].map(digit).join('');
  return { token: `lw_${randomBytes(32).toString('base64url')}`, code: [group(), group(), group()].join('-') };
}

export interface SomeAkte {
  readonly akteId: string;
  readonly vorgangId: string;
  readonly dokumentIds: readonly string[];
}

/** An Akte with one Vorgang z. d. A. and letters of these texts in it. */
export async function someAkte(bench: ActBench, texts: readonly string[] = ['Angebot', 'Auftrag']): Promise<SomeAkte> {
  const opened = await openedVorgang(bench);
  const dokumentIds: string[] = [];
  for (const text of texts) dokumentIds.push(await textDokument(bench, opened.vorgangId, text));
  await close(bench, opened.vorgangId);
  // What follows z. d. A. by itself, as if its jobs had run.
  await bench.sql(`UPDATE closing_work SET state = 'done' WHERE vorgang_id = $1`, [opened.vorgangId]);
  return { ...opened, dokumentIds };
}

/** The Akte that a Vorgang lies in. */
export async function akteOf(bench: Workbench, vorgangId: string): Promise<string> {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ id: string }>(`SELECT akte_id AS id FROM vorgang WHERE id = $1`, [vorgangId]),
  );
  if (!row) throw new Error(`there is no Vorgang ${vorgangId}`);
  return row.id;
}

/** A Dokument whose bytes the import takes too. */
export async function textDokument(
  bench: ActBench,
  vorgangId: string,
  text: string,
  own: Parameters<typeof addedDokument>[2] = {},
): Promise<string> {
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(text)])));
  const betreff = text.replaceAll('\0', '').slice(0, 40);
  const file = { ...stored, mime: 'text/plain', name: `${betreff}.txt` };
  return addedDokument(bench, vorgangId, { betreff, file, ...own });
}

type Order = ActInput<'weitergabe.orderWeitergabe'>;

export function outside(own: Partial<Extract<Order['to'], { kind: 'aussen' }>> = {}): Order['to'] {
  return { kind: 'aussen', recipient: 'Nachbarkreis', downloads: 3, ...secrets(), ...own };
}

/** What jana.petersen orders; everything about it can be said otherwise. */
export function order(
  bench: ActBench,
  akteId: string,
  own: Partial<Order> = {},
  login = jana,
): Promise<{ weitergabeId: string; version: number } | Rejection> {
  const usual = { akteId, kind: 'kopie', to: outside(), dokumentIds: null, reason: 'Amtshilfe', days: 30 } as const;
  return bench.perform(login, orderWeitergabe, { ...usual, ...own });
}

/** The responsibility for an Akte, ordered by jana.petersen and released by ruth.lindqvist. Returns the id. */
export async function released(bench: ActBench, akteId: string, own: Partial<Order> = {}): Promise<string> {
  const { weitergabeId, version } = done(await order(bench, akteId, { kind: 'zustaendigkeit', ...own }));
  done(await bench.perform(ruth, releaseWeitergabe, { weitergabeId, version }));
  return weitergabeId;
}

export interface WeitergabeState {
  readonly state: string;
  readonly version: number;
  readonly done: number;
  readonly sha256: string | null;
  readonly downloads: number;
}

export async function stateOf(bench: ActBench, id: string): Promise<WeitergabeState> {
  const [row] = await bench.sql<WeitergabeState>(
    `SELECT state, version, done, sha256, downloads FROM weitergabe WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error(`there is no Weitergabe ${id}`);
  return row;
}

/** Where the responsibility of an Akte stands. */
export async function givenOf(bench: ActBench, akteId: string): Promise<{ to: string | null; on: string | null }> {
  const [row] = await bench.sql<{ to: string | null; on: string | null }>(
    `SELECT weitergegeben_an AS "to", weitergegeben_am AS "on" FROM akte WHERE id = $1`,
    [akteId],
  );
  if (!row) throw new Error(`there is no Akte ${akteId}`);
  return row;
}

/** Another Mandant of the installation, with somebody of its Registratur and a position that takes Akten. */
export interface OtherMandant {
  readonly mandantId: string;
  readonly name: string;
  readonly context: ActContext;
  readonly einheitId: string;
  sql<T extends object>(statement: string, parameters?: unknown[]): Promise<T[]>;
}

export async function otherMandant(bench: ActBench): Promise<OtherMandant> {
  const made = done(await created(bench));
  const { mandantId, name, administrator } = made;
  const actor = await bench.database.transaction(mandantId, async (queries) => {
    const [row] = await queries.query<{ id: string }>(`SELECT id FROM person WHERE login = $1`, [administrator.login]);
    return row ? loadPerson(queries, row.id) : null;
  });
  if (!actor) throw new Error('a Mandant without its first person');
  const context: ActContext = { mandantId, actor };
  const einheit = { kennzeichen: '7', parentId: null, titel: 'Bauwesen', aufbewahrung: 10, aussonderungsart: 'V' };
  const input = { ...einheit, validFrom: bench.clock.today() };
  const { einheitId } = done(await bench.runner.perform(context, addEinheit, input, newId()));
  const sql: OtherMandant['sql'] = (statement, parameters) => within(bench, mandantId, statement, parameters);
  return { mandantId, name, context, einheitId, sql };
}

/** An offer that lies open in another Mandant. */
export async function offered(
  bench: WeitergabeBench,
  other: OtherMandant,
  own: Partial<Order> & { texts?: readonly string[] } = {},
): Promise<SomeAkte & { readonly weitergabeId: string }> {
  const { texts, ...wish } = own;
  const akte = await someAkte(bench, texts);
  const to = { kind: 'mandant', mandantId: other.mandantId } as const;
  const weitergabeId =
    wish.kind === 'zustaendigkeit'
      ? await released(bench, akte.akteId, { ...wish, to })
      : done(await order(bench, akte.akteId, { ...wish, to })).weitergabeId;
  await bench.work();
  return { ...akte, weitergabeId };
}

export interface AngebotRow {
  readonly state: string;
  readonly version: number;
  readonly problem: string | null;
  readonly akteId: string | null;
  readonly sha256: string | null;
}

export async function angebotOf(other: OtherMandant, id: string): Promise<AngebotRow | undefined> {
  const [row] = await other.sql<AngebotRow>(
    `SELECT state, version, problem, akte_id AS "akteId", sha256 FROM angebot WHERE id = $1`,
    [id],
  );
  return row;
}
