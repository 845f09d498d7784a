import type {
  DokumentvorlagePage,
  DokumentvorlageRow,
  DokumentvorlageView,
  VorlagePosition,
} from '../contract/vorlage-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { findDokumentvorlage } from './dokumentvorlage.store.js';
import { einheitOfVorgang, offeredAt } from './position.store.js';

const PAGE = 50;
// An authority has some hundred templates; more than these are looked for by typing.
const MOST_CANDIDATES = 2_000;

const ROW = `d.id, d.name, d.art, d.active, d.nummer,
  (SELECT substring(f.file_name FROM '[^.]+$') FROM dokumentvorlage_fassung f
    WHERE f.dokumentvorlage_id = d.id AND f.nummer = d.nummer) AS format`;

/** What is asked of the list: words of the name, and the Vorgang, Akte position or nothing that it is for. */
export interface TemplateQuestion {
  readonly typed: string;
  readonly after: string | null;
  /** Only what is in use and offered here; null: everything, as the key user sees it. */
  readonly einheitId: Id | null;
}

/** Templates whose names hold what was typed, by name. */
export async function loadDokumentvorlagen(queries: Queries, question: TemplateQuestion): Promise<DokumentvorlagePage> {
  const { typed, after, einheitId } = question;
  const rows = await queries.query<DokumentvorlageRow>(
    `SELECT ${ROW} FROM dokumentvorlage d
      WHERE strpos(lower(d.name), lower($1)) > 0 AND ($2::text IS NULL OR lower(d.name) > lower($2))
        AND (d.active OR $3) ORDER BY lower(d.name) LIMIT $4`,
    [typed.normalize('NFC').trim(), after, einheitId === null, einheitId === null ? PAGE + 1 : MOST_CANDIDATES],
  );
  const ids = rows.map(({ id }) => id);
  const offered = einheitId === null ? new Set(ids) : await offeredAt(queries, einheitId, ids);
  const shown = rows.filter(({ id }) => offered.has(id));
  const items = shown.slice(0, PAGE);
  return { items, next: shown.length > PAGE ? (items.at(-1)?.name ?? null) : null };
}

/** The same for a Vorgang. */
export async function loadDokumentvorlagenFor(
  queries: Queries,
  vorgangId: Id,
  question: Omit<TemplateQuestion, 'einheitId'>,
): Promise<DokumentvorlagePage | Rejection> {
  const einheitId = await einheitOfVorgang(queries, vorgangId);
  return einheitId === null ? reject('platform.notFound') : loadDokumentvorlagen(queries, { ...question, einheitId });
}

/** One template with where it is offered and all its Fassungen. */
export async function loadDokumentvorlage(queries: Queries, id: Id): Promise<DokumentvorlageView | Rejection> {
  const vorlage = await findDokumentvorlage(queries, id);
  if (!vorlage) return reject('platform.notFound');
  const fassungen = await queries.query<DokumentvorlageView['fassungen'][number] & { at: Date }>(
    `SELECT nummer, file_name AS "fileName", size::float8 AS size, created_at AS at, created_by AS by, places
       FROM dokumentvorlage_fassung WHERE dokumentvorlage_id = $1 ORDER BY nummer DESC LIMIT 100`,
    [id],
  );
  return {
    ...vorlage,
    format: fassungen[0]?.fileName.split('.').at(-1) ?? '',
    positions: await loadPositions(queries, id),
    fassungen: fassungen.map((fassung) => ({ ...fassung, at: new Date(fassung.at).toISOString() })),
  };
}

/** Where a template is offered. */
export function loadPositions(queries: Queries, vorlageId: Id): Promise<VorlagePosition[]> {
  return queries.query<VorlagePosition>(
    `SELECT e.id, e.kennzeichen, e.titel FROM vorlage_position p JOIN aktenplaneinheit e ON e.id = p.aktenplaneinheit_id
      WHERE p.vorlage_id = $1 ORDER BY e.kennzeichen`,
    [vorlageId],
  );
}
