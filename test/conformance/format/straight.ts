import { end, start } from './elements.js';
import { path, process, type Node, type Part } from './model.js';

/** Start, the given elements one after the other, end. `more` are parts beside this line. */
export function straight(nodes: readonly Node[], more: readonly Part[] = [], roots: readonly string[] = []): string {
  return process(line(nodes, more), roots);
}

/** The same for a called process. */
export function called(id: string, nodes: readonly Node[], more: readonly Part[] = [], roots: readonly string[] = []) {
  return process(line(nodes, more), roots, id);
}

/** The same as parts of a sub-process, with a prefix for the ids of its ends. */
export function inner(prefix: string, nodes: readonly Node[], more: readonly Part[] = []): Part[] {
  return line(nodes, more, prefix);
}

function line(nodes: readonly Node[], more: readonly Part[], prefix = ''): Part[] {
  const [from, to] = prefix === '' ? ['start', 'end'] : [`${prefix}_start`, `${prefix}_end`];
  return [start(from), ...nodes, end(to), ...path([from, ...nodes.map(({ id }) => id), to].join(' ')), ...more];
}
