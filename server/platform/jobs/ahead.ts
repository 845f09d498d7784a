/**
 * Works on several items at once and gives the results in the order of the items. Work on the next ones goes on while a
 * result is used; no more than `width` are begun and not yet given.
 *
 * @throws what the work on an item throws, when its turn comes; nothing is begun after that, and what is under way has ended
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<[Item, Result]> {
  const begun: [Item, Promise<Result>][] = [];
  const next = items[Symbol.iterator]();
  const begin = () => {
    const turn = next.next();
    if (turn.done) return;
    const result = work(turn.value);
    // Its failure is told in its turn; until then it must not count as one that nobody hears.
    result.catch(() => undefined);
    begun.push([turn.value, result]);
  };
  try {
    for (let count = 0; count < width; count++) begin();
    for (let first = begun.shift(); first; first = begun.shift()) {
      const result = await first[1];
      begin();
      yield [first[0], result];
    }
  } finally {
    await Promise.allSettled(begun.map(([, result]) => result));
  }
}
