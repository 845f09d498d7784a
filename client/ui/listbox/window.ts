/** A group of rows under one heading. */
export interface ListGroup<Item> {
  readonly id: string;
  readonly label: string;
  readonly tone?: 'danger';
  readonly items: readonly Item[];
  /** Rows that the group really has, where more of them lie on the server than are loaded. */
  readonly count?: number;
}

export interface Heights {
  readonly row: number;
  readonly heading: number;
}

/** A group with the part of it that is drawn, and its place in the whole list in px. */
export interface DrawnGroup<Item> extends ListGroup<Item> {
  readonly top: number;
  readonly height: number;
  readonly first: number;
  readonly drawn: readonly Item[];
}

/** Rows kept beyond both edges of the view, so that fast scrolling shows no gap. */
const SPARE_ROWS = 8;

/**
 * The groups and rows that lie within `height` px from `top`. Only these reach the page: a list of 10,000 rows costs as
 * much as a list of 30. Groups without rows are left out.
 */
export function drawnGroups<Item>(
  groups: readonly ListGroup<Item>[],
  heights: Heights,
  view: { readonly top: number; readonly height: number },
): DrawnGroup<Item>[] {
  const from = view.top - SPARE_ROWS * heights.row;
  const to = view.top + view.height + SPARE_ROWS * heights.row;
  const drawn: DrawnGroup<Item>[] = [];
  let top = 0;
  for (const group of groups) {
    const height = groupHeight(group, heights);
    if (height > 0 && top + height >= from && top <= to) drawn.push(drawGroup(group, heights, top, height, from, to));
    top += height;
  }
  return drawn;
}

export function totalHeight<Item>(groups: readonly ListGroup<Item>[], heights: Heights): number {
  return groups.reduce((sum, group) => sum + groupHeight(group, heights), 0);
}

/** Distance of an item from the top of the list in px, or null where it is not in the list. */
export function topOf<Item>(
  groups: readonly ListGroup<Item>[],
  heights: Heights,
  matches: (item: Item) => boolean,
): number | null {
  let top = 0;
  for (const group of groups) {
    const index = group.items.findIndex(matches);
    if (index >= 0) return top + headingHeight(group, heights) + index * heights.row;
    top += groupHeight(group, heights);
  }
  return null;
}

function drawGroup<Item>(
  group: ListGroup<Item>,
  heights: Heights,
  top: number,
  height: number,
  from: number,
  to: number,
): DrawnGroup<Item> {
  const rowsTop = top + headingHeight(group, heights);
  const first = Math.max(0, Math.floor((from - rowsTop) / heights.row));
  const last = Math.max(first, Math.ceil((to - rowsTop) / heights.row));
  return { ...group, top, height, first, drawn: group.items.slice(first, last) };
}

function groupHeight<Item>(group: ListGroup<Item>, heights: Heights): number {
  return group.items.length === 0 ? 0 : headingHeight(group, heights) + group.items.length * heights.row;
}

function headingHeight<Item>(group: ListGroup<Item>, heights: Heights): number {
  return group.label === '' ? 0 : heights.heading;
}
