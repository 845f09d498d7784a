import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { StapelCounts, StapelPosten, StapelRow } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import { dayInBerlin } from '../platform/clock.js';
import type { Download, ReadAgain } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { labelsOf, operationOf, wayBackOf } from './labels.js';
import type { StapelStep } from './stapel.js';
import { countPosten } from './stapel.store.js';
import { BYTE_ORDER_MARK, csvLine } from '../platform/csv.js';

const PAGE = 50;

interface Row extends Omit<StapelRow, 'labels' | 'counts' | 'wayBack' | 'createdAt' | 'startedAt' | 'endedAt'> {
  readonly steps: readonly StapelStep[];
  readonly counts: StapelCounts | null;
  readonly takenBack: boolean;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const ROW = `s.id, s.state, s.steps, s.source, p.name AS person, s.total, s.counts, s.created_at AS "createdAt",
  s.started_at AS "startedAt", s.ended_at AS "endedAt",
  EXISTS (SELECT FROM stapel b WHERE b.takes_back = s.id) AS "takenBack"`;

/** Batches of the person, newest first, those after the one that `after` names. */
export async function loadStapelList(
  tx: Transaction,
  after: Id | null,
): Promise<{ items: StapelRow[]; cursor: Id | null }> {
  const rows = await tx.query<Row>(
    `SELECT ${ROW} FROM stapel s JOIN person p ON p.id = s.person_id
      WHERE $1::uuid IS NULL OR (s.created_at, s.id) < (SELECT created_at, id FROM stapel WHERE id = $1)
      ORDER BY s.created_at DESC, s.id DESC LIMIT ${PAGE + 1}`,
    [after],
  );
  const page = rows.slice(0, PAGE);
  const items: StapelRow[] = [];
  for (const row of page) items.push(await viewOf(tx, row));
  return { items, cursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

export async function loadStapel(tx: Transaction, id: Id): Promise<StapelRow | Rejection> {
  const [row] = await tx.query<Row>(`SELECT ${ROW} FROM stapel s JOIN person p ON p.id = s.person_id WHERE s.id = $1`, [
    id,
  ]);
  return row ? viewOf(tx, row) : reject('platform.notFound');
}

async function viewOf(tx: Transaction, { steps, counts, takenBack, ...row }: Row): Promise<StapelRow> {
  return {
    ...row,
    labels: labelsOf(steps),
    wayBack: takenBack ? 'used' : steps.every(wayBackOf) ? 'takeBack' : 'abort',
    counts: counts ?? (await countPosten(tx, row.id)),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

// Names are read with the person's eyes each time: a batch keeps ids, so that it shows nothing that was taken from them.
const NAMED = `
  SELECT x.nummer, x.step, x.target_id AS "targetId", x.state, x.rejection,
         coalesce(
           (SELECT a.aktenzeichen || ' ' || a.betreff FROM akte a WHERE a.id = x.target_id),
           (SELECT v.aktenzeichen || ' ' || v.betreff FROM vorgang v WHERE v.id = x.target_id),
           (SELECT v.aktenzeichen || ' ' || d.nummer || ' ' || d.betreff
              FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id WHERE d.id = x.target_id),
           (SELECT w.titel ->> 'de' FROM aufgabe w WHERE w.id = x.target_id),
           (SELECT coalesce(nullif(e.examination ->> 'title', ''), e.file_name) FROM eingang e
             WHERE e.id = x.target_id)) AS name
    FROM stapel_posten x WHERE x.stapel_id = $1 AND ($2::text IS NULL OR x.state = $2) AND x.nummer > $3
   ORDER BY x.nummer LIMIT $4`;

type PostenRow = Omit<StapelPosten, 'label' | 'kind'> & { readonly step: number };

/** Targets of a batch in the order in which they are done, those after a number. */
export async function loadPosten(
  tx: Transaction,
  stapelId: Id,
  state: keyof StapelCounts | null,
  after: number,
  most = PAGE,
): Promise<{ items: StapelPosten[]; cursor: number | null } | Rejection> {
  const [stapel] = await tx.query<{ steps: StapelStep[] }>(`SELECT steps FROM stapel WHERE id = $1`, [stapelId]);
  if (!stapel) return reject('platform.notFound');
  const rows = await tx.query<PostenRow>(NAMED, [stapelId, state, after, most + 1]);
  const items = rows.slice(0, most).map(({ step, ...row }): StapelPosten => {
    const { label, kind } = operationOf(stapel.steps[step] ?? { operation: '' });
    return { ...row, label, kind };
  });
  return { items, cursor: rows.length > most ? (items.at(-1)?.nummer ?? null) : null };
}

/** The whole report as CSV, read page by page. */
export async function reportOf(tx: Transaction, stapelId: Id, readAgain: ReadAgain): Promise<Download | Rejection> {
  const [row] = await tx.query<{ createdAt: Date }>(`SELECT created_at AS "createdAt" FROM stapel WHERE id = $1`, [
    stapelId,
  ]);
  if (!row) return reject('platform.notFound');
  const name = `Stapel ${dayInBerlin(row.createdAt)}.csv`;
  return { name, mime: 'text/csv; charset=utf-8', pieces: lines(stapelId, readAgain) };
}

const WORDS: Readonly<Record<keyof StapelCounts, string>> = {
  offen: 'nicht versucht',
  bereit: 'geprüft, nicht erledigt',
  abgelehnt: 'abgelehnt',
  erledigt: 'erledigt',
};

async function* lines(stapelId: Id, readAgain: ReadAgain): AsyncIterable<string> {
  yield `${BYTE_ORDER_MARK}Nummer;Schritt;Ziel;Ergebnis;Grund;Abhilfe\r\n`;
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const page = await readAgain((again) => loadPosten(again, stapelId, null, from, 1_000));
    yield page.items.map(line).join('');
    after = page.cursor;
  }
}

function line({ nummer, label, name, state, rejection }: StapelPosten): string {
  const because: Sentence | undefined = rejection?.message;
  const reasons = (rejection?.reasons ?? []).map(({ message }) => message.de).join(' ');
  const cells = [
    ...[nummer, label.de, name ?? '(nicht mehr sichtbar)', WORDS[state]],
    ...[[because?.de, reasons].filter(Boolean).join(' '), rejection?.remedy.de ?? ''],
  ];
  return csvLine(cells);
}
