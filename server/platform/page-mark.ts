import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { isId } from './ids.js';

/** Where a page begins: after the row of this instant and id. */
export interface PageMark {
  readonly at: string;
  readonly id: Id;
}

/** `instant~id` of the last row of the page before; null for the first page. */
export function markOf(before: string): PageMark | null | 'none' {
  if (before === '') return null;
  const [at = '', id = ''] = before.split('~');
  return isId(id) && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : 'none';
}

/** Loads the page behind a mark; refuses one that marks nothing. */
export async function pageAfter<Page>(
  before: string | undefined,
  load: (mark: PageMark | null) => Promise<Page | Rejection>,
): Promise<Page | Rejection> {
  const mark = markOf(before ?? '');
  return mark === 'none' ? reject('platform.invalidInput', { fields: 'before' }) : load(mark);
}

/**
 * A page of rows, and the mark of the next one where there are more.
 * @param rows one more than fit, where there are more
 * @param size how many fit
 * @param at instant by which they are ordered
 */
export function pageOf<Row extends { readonly id: Id }>(
  rows: readonly Row[],
  size: number,
  at: (row: Row) => string,
): { items: Row[]; next: string | null } {
  const last = rows.length > size ? rows[size - 1] : undefined;
  return { items: rows.slice(0, size), next: last ? `${at(last)}~${last.id}` : null };
}
