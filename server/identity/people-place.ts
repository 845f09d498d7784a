import type { Id } from '../contract/views.js';
import { isId } from '../platform/ids.js';

/** Name and id of the last row of the page before. */
export type PeoplePlace = readonly [name: string, id: Id];

/** Where a page of people begins, as `next` of the page before wrote it; null: the beginning; undefined: no place. */
export function peoplePlace(text: string): PeoplePlace | null | undefined {
  if (text === '') return null;
  const id = text.slice(0, 36);
  return isId(id) ? [text.slice(36), id] : undefined;
}

/** The place after a row, as the next page is asked for. */
export function placeAfter({ name, id }: { readonly name: string; readonly id: Id }): string {
  return `${id}${name}`;
}
