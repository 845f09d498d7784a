import { reject, type Rejection } from '../contract/rejections.js';
import type { PathValues } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { OutlookQuestion, Period } from './outlook.views.js';

/** Reads the question of an address: `period` is a year or a month, `einheit` a Kennzeichen, `after` what the last page gave. */
export function readOutlookQuestion(query: PathValues): OutlookQuestion | Rejection {
  const [period, einheit, after] = [periodOf(query['period']), query['einheit'] ?? null, query['after'] ?? null];
  if (!period) return reject('platform.invalidInput', { fields: 'period' });
  // Express gives an array where a name comes twice.
  if (einheit !== null && (typeof einheit !== 'string' || einheit.length > 100)) {
    return reject('platform.invalidInput', { fields: 'einheit' });
  }
  if (after === null) return { period, einheit: einheit || null, after: null };
  const [ende = '', id = ''] = typeof after === 'string' ? after.split(' ') : [];
  if (!periodOf(ende.slice(0, 7)) || !/^\d{4}-\d{2}-\d{2}$/.test(ende) || !isDay(ende) || !isId(id)) {
    return reject('platform.invalidInput', { fields: 'after' });
  }
  return { period, einheit: einheit || null, after: { ende, id } };
}

function periodOf(text: unknown): Period | null {
  const [, year, month] = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?$/.exec(typeof text === 'string' ? text : '') ?? [];
  if (!year) return null;
  if (!month) return { from: `${year}-01-01`, until: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, until: `${year}-${month}-${last}` };
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
