/**
 * The groups of nodes of which each can be reached from each other, a single node only with an edge to itself. Two passes
 * along the edges and back (Kosaraju), without recursion: the time grows with the number of edges alone, also for a file
 * that somebody made to be slow.
 *
 * @param edges the nodes to which each node leads; only nodes that are keys count
 */
export function circlesOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const back = new Map([...edges.keys()].map((id): [string, string[]] => [id, []]));
  for (const [from, targets] of edges) for (const to of targets) back.get(to)?.push(from);
  const seen = new Set<string>();
  const left = [...edges.keys()].flatMap((id) => leftInOrder(id, edges, seen));
  const grouped = new Set<string>();
  return left
    .reverse()
    .map((id) => leftInOrder(id, back, grouped))
    .filter((group) => group.length > 1 || group.some((id) => edges.get(id)?.includes(id)));
}

/** Every node that can be reached and was not seen before, in the order in which a walk leaves them for good. */
function leftInOrder(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] {
  const left: string[] = [];
  const walk = seen.has(start) ? [] : [{ id: start, next: 0 }];
  seen.add(start);
  for (let step = walk.at(-1); step !== undefined; step = walk.at(-1)) {
    const target = edges.get(step.id)?.[step.next++];
    if (target === undefined) left.push(walk.pop()?.id ?? '');
    else if (edges.has(target) && !seen.has(target)) {
      seen.add(target);
      walk.push({ id: target, next: 0 });
    }
  }
  return left;
}
