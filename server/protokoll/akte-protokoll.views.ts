import { z } from 'zod';
import { ACTS, type ActDescription } from '../contract/acts.js';
import type { AkteProtokoll, ProtokollFilters, ProtokollRowView } from '../contract/protokoll-views.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { PathValues } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { actorsAndActs, findAkte, rowsOfAkte, type AkteRow, type ProtokollFilter } from './akte-rows.queries.js';
import { parseCheckpoint } from './checkpoint.js';
import { newestCheckpoint } from './proof.store.js';

const PAGE = 50;
/** After every row there can be: the first page begins at the end. */
const END = Number.MAX_SAFE_INTEGER;

const day = z.iso.date();
const query = z.object({
  actor: z.string().max(200).optional(),
  act: z.string().max(100).optional(),
  from: day.optional(),
  to: day.optional(),
  before: z.coerce.number().int().positive().max(END).default(END),
});

/** Reads the filter of a page, where an empty value means everything; names the field that does not fit. */
export function readFilter(values: PathValues): (ProtokollFilter & { before: number }) | Rejection {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const read = query.safeParse(given);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  return reject('platform.invalidInput', { fields });
}

/** The Akte whose Protokoll is asked for. Whoever reads it needs the right to the Protokoll and to Akten. */
export async function requireAkte(tx: Transaction, akteId: string): Promise<AkteProtokoll['akte'] | Rejection> {
  tx.require('akte.read');
  return (isId(akteId) && (await findAkte(tx, akteId))) || reject('platform.notFound');
}

/** One page of the Protokoll of an Akte and everything in it, as sentences. */
export async function loadAkteProtokoll(
  tx: Transaction,
  akte: AkteProtokoll['akte'],
  { before, ...filter }: ProtokollFilter & { before: number },
): Promise<AkteProtokoll> {
  const rows = await rowsOfAkte(tx, akte.id, filter, before, PAGE + 1);
  const items = rows.slice(0, PAGE).map(rowView);
  const checkpoint = parseCheckpoint((await newestCheckpoint(tx)) ?? '');
  return {
    akte,
    items,
    next: rows.length > PAGE ? (items.at(-1)?.sequence ?? null) : null,
    checkpoint: checkpoint && { size: checkpoint.size, at: checkpoint.at },
  };
}

/** All rows that fit, newest first, a page at a time. */
export async function* pagesOfAkte(
  read: (before: number) => Promise<AkteProtokoll>,
  before: number,
): AsyncGenerator<ProtokollRowView> {
  for (let next: number | null = before; next !== null;) {
    const page: AkteProtokoll = await read(next);
    yield* page.items;
    next = page.next;
  }
}

/** People and acts to choose from. */
export async function loadFilters(tx: Transaction, akteId: Id): Promise<ProtokollFilters> {
  const found = await actorsAndActs(tx, akteId);
  const actors = new Map(found.map(({ actor, person }) => [actor, person ?? systemName(actor)]));
  const acts = new Map(found.map(({ act }) => [act, labelOf(act)]));
  return {
    actors: [...actors].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'de')),
    acts: [...acts].map(([name, label]) => ({ name, ...label })).sort((a, b) => a.de.localeCompare(b.de, 'de')),
  };
}

function rowView({ sequence, at, person, ...row }: AkteRow): ProtokollRowView {
  return {
    ...row,
    sequence: Number(sequence),
    at: at.toISOString(),
    actorName: person ?? systemName(row.actor),
    label: labelOf(row.act),
  };
}

function labelOf(act: string): Sentence {
  return (ACTS as Readonly<Record<string, ActDescription>>)[act]?.label ?? { de: act, en: act };
}

/** A part of the system has no name that an office knows; the product has. */
function systemName(actor: string): string {
  return `Laufmappe (${actor})`;
}
