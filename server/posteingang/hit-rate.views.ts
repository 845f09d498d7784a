import type { HitRateRow, HitRateView } from '../contract/eingang-views.js';
import type { Day } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

// Of four letters one is a quarter: such a figure says something about a letter, and nothing about the proposals.
const FEWEST = 5;
// As many positions as somebody looks through; those with the most letters come first.
const MOST_ROWS = 200;

interface Counted {
  readonly kennzeichen: string;
  readonly titel: string;
  readonly filed: number;
  readonly first: number;
  readonly any: number;
  readonly kind: number;
  readonly sender: number;
  readonly senders: number;
}

/** How often the proposals of the last year were taken, for each position of the Aktenplan. */
export async function loadHitRate(queries: Queries, today: Day): Promise<HitRateView> {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('-02-29', '-02-28');
  const counted = await queries.query<Counted>(
    `SELECT u.kennzeichen, u.titel, count(*)::int AS filed,
            count(*) FILTER (WHERE f.taken = 1)::int AS first,
            count(*) FILTER (WHERE f.taken IS NOT NULL)::int AS any,
            count(*) FILTER (WHERE f.kind = f.proposed ->> 'kind')::int AS kind,
            count(*) FILTER (WHERE f.proposed ->> 'sender' <> '' AND f.sender = f.proposed ->> 'sender')::int AS sender,
            count(*) FILTER (WHERE f.proposed ->> 'sender' <> '')::int AS senders
       FROM eingang_filing f JOIN aktenplaneinheit u ON u.id = f.einheit_id
      WHERE f.proposed IS NOT NULL AND f.at >= $1::date
      GROUP BY u.id HAVING count(*) >= ${FEWEST} ORDER BY count(*) DESC, u.kennzeichen LIMIT ${MOST_ROWS}`,
    [since],
  );
  return { since, rows: counted.map(toRow) };
}

function toRow({ kennzeichen, titel, filed, first, any, kind, sender, senders }: Counted): HitRateRow {
  return {
    ...{ kennzeichen, titel },
    first: { taken: first, of: filed },
    any: { taken: any, of: filed },
    kind: { taken: kind, of: filed },
    sender: { taken: sender, of: senders },
  };
}
