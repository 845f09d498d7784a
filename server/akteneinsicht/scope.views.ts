import type { ShareableDokument } from '../contract/akteneinsicht-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface Scope {
  readonly kind: 'vorgang' | 'akte';
  readonly id: Id;
}

export interface FoundScope extends Scope {
  readonly akteId: Id;
  readonly vorgangId: Id | null;
  readonly aktenzeichen: string;
  readonly betreff: string;
}

/** What a package is about; null for what the person does not see. */
export async function scopeOf(queries: Queries, { kind, id }: Scope): Promise<FoundScope | null> {
  const [row] = await queries.query<Omit<FoundScope, 'kind' | 'id'>>(
    kind === 'vorgang'
      ? `SELECT akte_id AS "akteId", id AS "vorgangId", aktenzeichen, betreff FROM vorgang WHERE id = $1`
      : `SELECT id AS "akteId", NULL::uuid AS "vorgangId", aktenzeichen, betreff FROM akte WHERE id = $1`,
    [id],
  );
  return row ? { kind, id, ...row } : null;
}

/**
 * The Dokumente that can be given, in the order of the register, as far as the person sees them. What was made by redacting
 * one of them is its other form and not listed again.
 */
export function dokumenteIn(queries: Queries, { kind, id }: Scope): Promise<ShareableDokument[]> {
  const vorgaenge = kind === 'vorgang' ? `v.id = $1` : `v.akte_id = $1`;
  return queries.query<ShareableDokument>(
    `SELECT d.id, v.aktenzeichen AS vorgang, d.nummer, d.betreff, to_char(d.dokument_date, 'YYYY-MM-DD') AS date, s.mime,
            (SELECT r.result_id FROM schwaerzung r JOIN dokument x ON x.id = r.result_id AND x.place = 'register'
              WHERE r.dokument_id = d.id ORDER BY r.changed_at DESC LIMIT 1) AS "redactedId"
       FROM vorgang v JOIN dokument d ON d.vorgang_id = v.id
       JOIN LATERAL (SELECT mime FROM dokument_version WHERE dokument_id = d.id ORDER BY nummer DESC LIMIT 1) s ON true
      WHERE ${vorgaenge} AND d.place = 'register' AND d.state <> 'verworfen'
        AND NOT EXISTS (SELECT FROM schwaerzung r WHERE r.result_id = d.id)
      ORDER BY v.aktenzeichen, d.nummer LIMIT 1001`,
    [id],
  );
}
