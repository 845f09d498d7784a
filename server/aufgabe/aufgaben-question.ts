import { z } from 'zod';
import {
  AUFGABEN_FRISTEN,
  AUFGABEN_LISTS,
  AUFGABEN_ORDERS,
  type AufgabenFilter,
  type AufgabenList,
  type AufgabenOrder,
} from '../contract/aufgaben-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { AufgabeArt, Id } from '../contract/views.js';
import { isId } from '../platform/ids.js';
import { lineOfText } from '../platform/typed-text.js';

/** Rows of a page, unless somebody asks for more; and the most, so that no answer is longer than a list can show. */
const PAGE = 200;
const LONGEST_PAGE = 1_000;

const ARTEN = [
  ...['pruefung', 'erfassung', 'mitzeichnung', 'schlusszeichnung', 'zahlung', 'rueckweisung', 'bearbeitung', 'zda'],
] as const satisfies readonly AufgabeArt[];

/** Where a page begins: behind the row with this key in this order. */
export interface AufgabenPlace {
  readonly order: AufgabenOrder;
  readonly key: string;
  readonly id: Id;
}

/** What is asked of the lists. */
export interface AufgabenQuestion {
  readonly list: AufgabenList;
  readonly filter: AufgabenFilter;
  readonly after: AufgabenPlace | null;
  readonly most: number;
}

const cents = z.coerce.number().int().min(0).max(1e12);
const code = z.string().regex(/^[\p{L}\d.-]{1,40}$/u);

/** What a filter may say, part by part. */
export const filterSchema = z.strictObject({
  frist: z.enum(AUFGABEN_FRISTEN).optional(),
  art: z.array(z.enum(ARTEN)).min(1).optional(),
  sachgebiet: code.optional(),
  stelle: code.optional(),
  betragAb: cents.optional(),
  betragBis: cents.optional(),
  text: lineOfText(200).optional(),
});

/** Names behind the `?` that limit a list. */
const FILTERS = Object.keys(filterSchema.shape);

/**
 * What an address asks for. Every part of a filter that says nothing sensible is named at once: a list that left it out would
 * show what nobody asked for, and an empty one would lie.
 */
export function readQuestion(query: Readonly<Record<string, unknown>>): AufgabenQuestion | Rejection {
  const list = query['list'] ?? 'meine';
  const known = AUFGABEN_LISTS.find((one) => one === list);
  const filter = readFilter(query);
  const most = Number(query['most'] ?? PAGE);
  const wrong = [
    ...(known ? [] : ['list']),
    ...(Array.isArray(filter) ? filter : []),
    ...(Number.isInteger(most) && most >= 1 && most <= LONGEST_PAGE ? [] : ['most']),
  ];
  if (!known || Array.isArray(filter) || wrong.length > 0) {
    return reject('aufgabe.filterWrong', { found: wrong.map((name) => `${name}=${textOf(query[name])}`).join(', ') });
  }
  const after = readPlace(textOf(query['after']));
  return after === undefined
    ? reject('platform.invalidInput', { fields: 'after' })
    : { list: known, filter, after, most };
}

/** The filter of an address, or the names of its parts that say nothing sensible. */
function readFilter(query: Readonly<Record<string, unknown>>): AufgabenFilter | string[] {
  const given = Object.entries(query).filter(([name, value]) => FILTERS.includes(name) && value !== '');
  const parsed = filterSchema.safeParse(
    Object.fromEntries(given.map(([name, value]) => [name, name === 'art' ? textOf(value).split(',') : value])),
  );
  if (!parsed.success) return [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const { betragAb, betragBis } = parsed.data;
  if (betragAb !== undefined && betragBis !== undefined && betragAb > betragBis) return ['betragAb', 'betragBis'];
  return parsed.data;
}

/** A name that stands twice in an address has two values; then none of them holds. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

/** As `next` of a page says it. */
export function writePlace({ order, key, id }: AufgabenPlace): string {
  return `${id}${order}!${key}`;
}

/** A place, null for the beginning, undefined for none. */
function readPlace(text: string): AufgabenPlace | null | undefined {
  if (text === '') return null;
  const id = text.slice(0, 36);
  const [wanted, ...key] = text.slice(36).split('!');
  const order = AUFGABEN_ORDERS.find((one) => one === wanted);
  return isId(id) && order && key.length > 0 ? { order, key: key.join('!'), id } : undefined;
}
