const DAY_MS = 86_400_000;

/**
 * A calendar day as people type it: `24.11.2026`, `24.11.26`, `24.11.` (this year), `heute`, `morgen`, `+3`, `+2w`, `+1m`,
 * or `2026-11-24`. Days that do not exist (31.02.) are none.
 * @param today calendar day `YYYY-MM-DD` that relative words start from
 * @returns `YYYY-MM-DD`, or null where the text names no day
 */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.trim().toLocaleLowerCase('de');
  const words: Readonly<Record<string, number>> = {
    heute: 0,
    today: 0,
    morgen: 1,
    tomorrow: 1,
    gestern: -1,
    yesterday: -1,
  };
  const word = words[text];
  if (word !== undefined) return plusDays(today, word);
  const relative = /^\+(\d{1,4})\s*([dtwm]?)$/.exec(text);
  if (relative) return plus(today, Number(relative[1]), relative[2] ?? '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const german =
    /^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?$/.exec(text) ?? /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(text);
  if (!german) return null;
  return existing(yearOf(german[3], today), Number(german[2]), Number(german[1]));
}

function plus(today: string, count: number, unit: string): string | null {
  if (unit === 'w') return plusDays(today, count * 7);
  if (unit !== 'm') return plusDays(today, count);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // The last day of a shorter month stands in for a day that it does not have (§ 188 Abs. 3 BGB).
  const last = new Date(Date.UTC(year, month + count, 0));
  return existing(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(day, last.getUTCDate()));
}

function plusDays(today: string, days: number): string {
  return new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function yearOf(typed: string | undefined, today: string): number {
  if (typed === undefined) return Number(today.slice(0, 4));
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

function existing(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${iso}T12:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
