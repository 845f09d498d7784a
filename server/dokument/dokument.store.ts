import type { Day, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';

export type DokumentArt = 'eingang' | 'anlage' | 'vermerk' | 'ausgang';

export type DokumentState = 'entwurf' | 'gueltig' | 'verworfen';

export interface NewDokument {
  readonly id: Id;
  readonly mandantId: Id;
  readonly vorgangId: Id;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface NewVersion {
  readonly id: Id;
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Adds a Dokument with the next number in its Vorgang, whose row this locks. */
export async function insertDokument(queries: Queries, dokument: NewDokument): Promise<void> {
  await queries.query(
    `WITH counted AS (UPDATE vorgang SET last_dokument = last_dokument + 1 WHERE id = $3 RETURNING last_dokument)
     INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, parent_id, betreff, art, state, dokument_date,
                           eingang_id, created_at, created_by)
     SELECT $1, $2, $3, last_dokument, $4, $5, $6, $7, $8, $9, $10, $11 FROM counted`,
    [
      dokument.id,
      dokument.mandantId,
      dokument.vorgangId,
      dokument.parentId,
      dokument.betreff,
      dokument.art,
      dokument.state,
      dokument.date,
      dokument.eingangId,
      dokument.createdAt,
      dokument.createdBy,
    ],
  );
}

/** A draft became valid by a Zeichnung, or was discarded by a Storno. */
export async function setDokumentState(queries: Queries, dokumentId: Id, state: DokumentState): Promise<void> {
  await queries.query(`UPDATE dokument SET state = $2 WHERE id = $1`, [dokumentId, state]);
}

export async function insertVersion(queries: Queries, version: NewVersion): Promise<void> {
  await queries.query(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, signatures,
                                   created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      version.id,
      version.mandantId,
      version.dokumentId,
      version.nummer,
      version.file.name,
      version.file.mime,
      version.file.sha256,
      version.file.size,
      JSON.stringify(version.signatures),
      version.createdAt,
      version.createdBy,
    ],
  );
}
