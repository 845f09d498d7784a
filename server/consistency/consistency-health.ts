import type { HealthView } from '../contract/views.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';

type Part = HealthView['parts'][number];

interface LastResult {
  readonly at: Date;
  readonly faults: number;
  readonly protokoll: 'proved' | 'broken';
}

/** What the last `npm run pruefe` found, over all Mandanten. A house that never ran it is told so, and is not at fault. */
export async function consistencyPart(database: Database): Promise<Part> {
  const results: LastResult[] = [];
  for (const mandantId of await listMandanten(database)) {
    results.push(
      ...(await database.transaction(mandantId, (queries) =>
        queries.query<LastResult>(
          `SELECT at, object_faults + row_faults AS faults, protokoll FROM consistency_result
            WHERE mandant_id = $1 ORDER BY at DESC LIMIT 1`,
          [mandantId],
        ),
      )),
    );
  }
  const [first] = results;
  if (!first) {
    return {
      name: 'consistency',
      state: 'ok',
      de: 'Die Ablage wurde noch nie mit den Akten verglichen; das macht „npm run pruefe“',
      en: 'The store was never compared with the records; "npm run pruefe" does that',
    };
  }
  const oldest = results.reduce((date, { at }) => (at < date ? at : date), first.at);
  const faults = results.reduce((sum, result) => sum + result.faults, 0);
  const broken = results.some(({ protokoll }) => protokoll === 'broken');
  if (faults === 0 && !broken) {
    return {
      name: 'consistency',
      state: 'ok',
      de: `Ablage und Akten stimmten am ${day(oldest, 'de-DE')} überein`,
      en: `Store and records agreed on ${day(oldest, 'en-GB')}`,
    };
  }
  return {
    name: 'consistency',
    state: 'degraded',
    de: `Die Prüfung vom ${day(oldest, 'de-DE')} hat ${faults} Mängel gefunden${broken ? ' und ein verändertes Protokoll' : ''}; „npm run pruefe“ nennt sie`,
    en: `The check of ${day(oldest, 'en-GB')} found ${faults} faults${broken ? ' and a changed audit trail' : ''}; "npm run pruefe" names them`,
  };
}

function day(at: Date, locale: string): string {
  return at.toLocaleDateString(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'Europe/Berlin',
  });
}
