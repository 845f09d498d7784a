import type { FileProperty, Unreadable } from '../../contract/reading-views.js';

/** What a reader of one format found. `text` is null where the format has none. */
export interface Found {
  readonly properties: readonly FileProperty[];
  readonly text: string | null;
  readonly unreadable: Unreadable | null;
}

/** Nothing, and why. */
export function nothing(unreadable: Unreadable): Found {
  return { properties: [], text: null, unreadable };
}
