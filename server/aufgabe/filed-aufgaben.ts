import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { withdrawAufgabe } from './withdraw-aufgabe.js';

/** What came of filing a letter: the Aufgaben of its process, or those about its Dokumente. */
export interface Filing {
  readonly vorgangId: Id;
  readonly instanceKey: string | null;
  readonly dokumentIds: readonly Id[];
}

interface FiledAufgabe {
  readonly id: Id;
  readonly titel: { readonly de: string };
  readonly use: 'used' | 'untouched';
}

/** The Aufgaben that came of it, locked, and what stands against taking them back: one that somebody has begun. */
export async function lookAtAufgaben(
  queries: Queries,
  filing: Filing,
): Promise<{ readonly aufgabeIds: readonly Id[]; readonly obstacles: readonly Rejection[] }> {
  const rows = await queries.query<FiledAufgabe>(
    `SELECT a.id, a.titel,
            CASE WHEN a.state = 'erledigt' OR a.version > 1
                   OR EXISTS (SELECT FROM laufweg_station s WHERE s.aufgabe_id = a.id) THEN 'used' ELSE 'untouched' END AS use
       FROM aufgabe a
      WHERE a.vorgang_id = $1 AND a.state <> 'entfallen' AND (a.instance_key = $2 OR a.dokument_id = ANY($3))
      ORDER BY a.id FOR UPDATE OF a`,
    [filing.vorgangId, filing.instanceKey, filing.dokumentIds],
  );
  return {
    aufgabeIds: rows.map(({ id }) => id),
    obstacles: rows
      .filter(({ use }) => use === 'used')
      .map(({ titel }) => reject('posteingang.aufgabeUsed', { titel: titel.de })),
  };
}

/** Nobody has to do them any more. */
export async function withdrawAufgaben(tx: Transaction, aufgabeIds: readonly Id[]): Promise<void> {
  for (const aufgabeId of aufgabeIds) await withdrawAufgabe(tx, { aufgabeId });
}
