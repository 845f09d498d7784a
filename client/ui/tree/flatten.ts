export interface TreeNode {
  readonly id: string;
  /** Number or Aktenzeichen before the label, in muted text. */
  readonly prefix?: string;
  readonly label: string;
  readonly count?: number;
  /** `no`: the node only folds. */
  readonly selectable?: 'no';
  /** `below`: what lies below it is read when it is unfolded; until then `children` is empty. */
  readonly unread?: 'below';
  readonly children: readonly TreeNode[];
}

/** Whether a node can be unfolded. */
export function folds(node: TreeNode): boolean {
  return node.children.length > 0 || node.unread === 'below';
}

export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: string | null;
}

/** The visible rows of a tree from top to bottom; children of folded nodes are left out. */
export function flatten(
  nodes: readonly TreeNode[],
  expanded: ReadonlySet<string>,
  level = 1,
  parent: string | null = null,
): TreeRow[] {
  return nodes.flatMap((node) => [
    { node, level, parent },
    ...(expanded.has(node.id) ? flatten(node.children, expanded, level + 1, node.id) : []),
  ]);
}

/** Id of the next row after `from` whose label or prefix starts with the letter; the search runs round. */
export function typeAhead(rows: readonly TreeRow[], from: number, letter: string): string | undefined {
  const starts = (text: string | undefined) => text?.toLocaleLowerCase('de').startsWith(letter.toLocaleLowerCase('de'));
  const order = [...rows.slice(from + 1), ...rows.slice(0, from + 1)];
  return order.find((row) => starts(row.node.label) || starts(row.node.prefix))?.node.id;
}

/** Ids of all ancestors of a node, so that a tree can open on the way to it. */
export function ancestors(nodes: readonly TreeNode[], id: string): string[] {
  for (const node of nodes) {
    if (node.children.some((child) => child.id === id)) return [node.id];
    const below = ancestors(node.children, id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}
