import type { SerienbriefWish } from '../../server/contract/vorlage-views.js';
import { newId } from '../../server/platform/ids.js';
import { beginSerienbrief } from '../../server/vorlage/begin-serienbrief.js';
import { done } from './closed-vorgang.js';
import { openedVorgang } from './records.js';
import { addedVorlage, docxOf, runs, type TemplateBench } from './templates.js';

/** What jana.petersen orders in a Vorgang of its own: a letter to each row of a list. */
export async function someWish(
  own: TemplateBench,
  csv: string,
  text = '{{ empfaenger.anschrift }}',
): Promise<SerienbriefWish> {
  const { vorgangId } = await openedVorgang(own.bench);
  const dokumentvorlageId = await addedVorlage(own, await docxOf(runs(text)), { name: `Serie ${newId()}` });
  const recipients = { kind: 'liste', csv } as const;
  return { vorgangId, dokumentvorlageId, nummer: 1, betreff: 'An {{ empfaenger.name }}', recipients, typed: {} };
}

/** A serial letter that has begun and of which nothing is written yet. */
export async function begunSeries({ bench }: TemplateBench, wish: SerienbriefWish): Promise<string> {
  return done(await bench.perform('jana.petersen', beginSerienbrief, wish)).id;
}

/** Where it stands, and what became of each recipient. */
export async function seriesOf({ bench }: TemplateBench, id: string) {
  const [brief] = await bench.sql<{ state: string; version: number; obstacle: { de: string } | null }>(
    `SELECT state, version, obstacle FROM serienbrief WHERE id = $1`,
    [id],
  );
  const recipients = await bench.sql<{
    label: string;
    state: string;
    dokument: string | null;
    refusal: { de: string }[] | null;
  }>(
    `SELECT e.label, e.state, d.betreff AS dokument, e.refusal FROM serienbrief_empfaenger e
       LEFT JOIN dokument d ON d.id = e.dokument_id WHERE e.serienbrief_id = $1 ORDER BY e.position`,
    [id],
  );
  return { ...brief, recipients };
}
