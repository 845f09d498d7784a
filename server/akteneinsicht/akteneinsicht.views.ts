import type { AkteneinsichtChoice, AkteneinsichtHashes, AkteneinsichtRow } from '../contract/akteneinsicht-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';
import type { AkteneinsichtItem } from './akteneinsicht.js';
import { dokumenteIn, scopeOf, type Scope } from './scope.views.js';

/** What can be given of a Vorgang or an Akte, to whom, and what was given before. */
export async function loadChoice(queries: Queries, asked: Scope, today: Day): Promise<AkteneinsichtChoice | Rejection> {
  const scope = await scopeOf(queries, asked);
  if (!scope) return reject('platform.notFound');
  const { kind, id, aktenzeichen, betreff } = scope;
  const beteiligte = await queries.query<AkteneinsichtChoice['beteiligte'][number]>(
    `SELECT DISTINCT k.id AS "kontaktId", CASE WHEN k.art = 'person' AND k.vorname <> '' THEN k.name || ', ' || k.vorname ELSE k.name END AS label
       FROM beteiligung b JOIN kontakt k ON k.id = b.kontakt_id JOIN vorgang v ON v.id = b.vorgang_id
      WHERE ${kind === 'vorgang' ? 'v.id = $1' : 'v.akte_id = $1'} ORDER BY label LIMIT 200`,
    [id],
  );
  const made = await queries.query<MadeRow>(
    `SELECT id, state, done, jsonb_array_length(items) AS total, applicant, ground, created_at AS "createdAt",
            created_by AS "createdBy", to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn", sha256, size, pages, problem
       FROM akteneinsicht WHERE ${kind === 'vorgang' ? 'vorgang_id = $1' : 'akte_id = $1 AND vorgang_id IS NULL'}
      ORDER BY created_at DESC LIMIT 50`,
    [id],
  );
  return {
    scope: { kind, id, aktenzeichen, betreff },
    dokumente: await dokumenteIn(queries, asked),
    beteiligte,
    made: made.map((row) => rowOf(row, today)),
  };
}

interface MadeRow extends Omit<AkteneinsichtRow, 'createdAt' | 'file'> {
  createdAt: Date;
  sha256: string | null;
  size: string | null;
  pages: number | null;
}

function rowOf({ sha256, size, pages, createdAt, ...row }: MadeRow, today: Day): AkteneinsichtRow {
  const there = sha256 !== null && row.expiresOn >= today;
  const url = `/api/akteneinsichten/${row.id}/datei`;
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    file: there ? { url, sha256, size: Number(size), pages: pages ?? 0 } : null,
  };
}

interface Finished {
  readonly sha256: string;
  readonly size: string;
  readonly pages: number;
  readonly items: readonly AkteneinsichtItem[];
}

async function finished(queries: Queries, id: Id, today: Day): Promise<Finished | Rejection> {
  const [row] = await queries.query<Finished & { sha256: string | null; there: boolean }>(
    `SELECT sha256, size, pages, items, (sha256 IS NOT NULL AND expires_on >= $2) AS there FROM akteneinsicht WHERE id = $1`,
    [id, today],
  );
  if (!row) return reject('platform.notFound');
  return row.there ? row : reject('akteneinsicht.notThere');
}

export async function packageFile(queries: Queries, id: Id, today: Day): Promise<StoredFile | Rejection> {
  const found = await finished(queries, id, today);
  if ('code' in found) return found;
  return { sha256: found.sha256, size: Number(found.size), mime: 'application/pdf', name: 'Akteneinsicht.pdf' };
}

/** The list of hashes that goes with the package: what whoever received it can check. */
export async function loadHashes(queries: Queries, id: Id, today: Day): Promise<AkteneinsichtHashes | Rejection> {
  const found = await finished(queries, id, today);
  if ('code' in found) return found;
  const { sha256, size, pages, items } = found;
  return {
    package: { sha256, size: Number(size), pages },
    dokumente: items.map((item) => ({
      ...{ nummer: item.nummer, share: item.share, reason: item.reason, sha256: item.file?.sha256 ?? null },
      ...{ firstPage: item.firstPage ?? 0, pages: item.pages ?? 0 },
    })),
  };
}
