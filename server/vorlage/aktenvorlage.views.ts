import type {
  AktenvorlageKind,
  AktenvorlagePage,
  AktenvorlageRow,
  AktenvorlageView,
} from '../contract/vorlage-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { findAktenvorlage, newestPlaces } from './aktenvorlage.store.js';
import { askedNames } from './aktenvorlage.js';
import { offeredAt } from './position.store.js';
import { loadPositions } from './vorlage.views.js';

const PAGE = 50;
const MOST_CANDIDATES = 2_000;

export interface AktenvorlageQuestion {
  readonly typed: string;
  readonly after: string | null;
  /** Null: of both kinds. */
  readonly kind: AktenvorlageKind | null;
  /** Only what is in use and offered here; null: everything, as the key user sees it. */
  readonly einheitId: Id | null;
}

/** Aktenvorlagen whose names hold what was typed, by name. */
export async function loadAktenvorlagen(queries: Queries, question: AktenvorlageQuestion): Promise<AktenvorlagePage> {
  const { typed, after, kind, einheitId } = question;
  const rows = await queries.query<AktenvorlageRow>(
    `SELECT id, name, kind, active, version FROM aktenvorlage
      WHERE strpos(lower(name), lower($1)) > 0 AND ($2::text IS NULL OR lower(name) || ' ' || kind > $2)
        AND ($3::text IS NULL OR kind = $3) AND (active OR $4) ORDER BY lower(name) || ' ' || kind LIMIT $5`,
    [typed.normalize('NFC').trim(), after, kind, einheitId === null, einheitId === null ? PAGE + 1 : MOST_CANDIDATES],
  );
  const ids = rows.map(({ id }) => id);
  const offered = einheitId === null ? new Set(ids) : await offeredAt(queries, einheitId, ids);
  const shown = rows.filter(({ id }) => offered.has(id));
  const items = shown.slice(0, PAGE);
  const last = items.at(-1);
  return { items, next: shown.length > PAGE && last ? `${last.name.toLowerCase()} ${last.kind}` : null };
}

/** One Aktenvorlage with its parts, and what has to be typed when it is used. */
export async function loadAktenvorlage(tx: Transaction, id: Id): Promise<AktenvorlageView | Rejection> {
  const vorlage = await findAktenvorlage(tx, id);
  if (!vorlage) return reject('platform.notFound');
  const { kind, parts } = vorlage;
  const known = await newestPlaces(
    tx,
    parts.map(({ dokumentvorlageId }) => dokumentvorlageId),
  );
  return {
    ...vorlage,
    positions: await loadPositions(tx, id),
    parts: parts.map((part) => ({ ...part, dokumentvorlage: known.get(part.dokumentvorlageId ?? '')?.name ?? null })),
    asked: askedNames(kind, parts, new Map([...known].map(([each, { places }]) => [each, places]))),
  };
}
