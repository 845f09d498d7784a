import { ancestors, flatten, typeAhead, type TreeNode } from './flatten.js';

const leaf = (id: string, label: string): TreeNode => ({ id, label, children: [] });
const plan: TreeNode[] = [
  { id: '2', label: 'Finanzen', children: [{ id: '20', label: 'Haushalt', children: [leaf('20.1', 'Rechnungen')] }] },
  leaf('3', 'Ordnung'),
];

describe('flatten', () => {
  it('hides the children of a folded node, at every depth', () => {
    expect(flatten(plan, new Set(['20'])).map((row) => row.node.id)).toEqual(['2', '3']);
  });

  it('gives level and parent of every visible row', () => {
    const rows = flatten(plan, new Set(['2', '20']));
    expect(rows.map((row) => [row.node.id, row.level, row.parent])).toEqual([
      ['2', 1, null],
      ['20', 2, '2'],
      ['20.1', 3, '20'],
      ['3', 1, null],
    ]);
  });
});

describe('typeAhead', () => {
  const rows = flatten(plan, new Set(['2']));

  it('finds nothing for a letter that starts no row', () => {
    expect(typeAhead(rows, 0, 'x')).toBeUndefined();
  });

  it('runs round from the last row to the first', () => {
    expect(typeAhead(rows, 2, 'f')).toBe('2');
  });
});

describe('ancestors', () => {
  it('has none for a root and for an unknown node', () => {
    expect(ancestors(plan, '2')).toEqual([]);
    expect(ancestors(plan, 'unknown')).toEqual([]);
  });

  it('lists the way from the root', () => {
    expect(ancestors(plan, '20.1')).toEqual(['2', '20']);
  });
});
