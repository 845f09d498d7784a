import type { AktenplanNode } from '../../../server/contract/views.js';
import { filterPlan, openVorgaenge, planTree } from './plan-tree.js';

const einheit = (id: string, parentId: string | null, akten: AktenplanNode['akten'] = []): AktenplanNode => ({
  id,
  parentId,
  kennzeichen: id,
  titel: `Stelle ${id}`,
  aufbewahrungJahre: 10,
  aussonderungsart: 'B',
  akten,
});
const vorgang = (id: string, state: 'offen' | 'zdA') => ({
  id,
  aktenzeichen: `20-0001/${id}`,
  betreff: `Rechnung ${id}`,
  state,
  dokumente: 2,
});
const plan = [
  einheit('2', null),
  einheit('20', '2', [
    {
      id: 'a',
      aktenzeichen: '20-0001',
      betreff: 'Rechnungen 2026',
      vorgaenge: [vorgang('01', 'offen'), vorgang('02', 'zdA')],
    },
  ]),
  einheit('3', null),
];

describe('filterPlan', () => {
  it('finds nothing where a word is missing', () => {
    expect(filterPlan(planTree(plan), 'rechnung turnhalle').nodes).toEqual([]);
  });

  it('keeps the way to a hit and unfolds it', () => {
    const { nodes, expanded } = filterPlan(planTree(plan), 'rechnung 01');
    expect(nodes.map((node) => node.id)).toEqual(['2']);
    expect([...expanded].sort()).toEqual(['2', '20', 'a']);
  });

  it('keeps everything while nothing is typed', () => {
    expect(filterPlan(planTree(plan), ' ').nodes).toHaveLength(2);
  });
});

describe('openVorgaenge', () => {
  it('leaves out what is z. d. A.', () => {
    expect(openVorgaenge(plan)[1]!.akten[0]!.vorgaenge.map(({ id }) => id)).toEqual(['01']);
  });
});

describe('planTree', () => {
  it('hangs Akten below their position and shortens the Aktenzeichen of a Vorgang', () => {
    const akte = planTree(plan)[0]!.children[0]!.children[0]!;
    expect(akte.prefix).toBe('20-0001');
    expect(akte.children.map(({ prefix }) => prefix)).toEqual(['/01', '/02']);
  });
});
