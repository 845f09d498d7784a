import type { AktenplanHits, EinheitRow } from '../../../server/contract/aktenplan-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { hitTree, moreOf, planTree, ROOT, wayTo, type Branch, type PlanEntry } from './plan-tree.js';

const row = (id: string, parentId: string | null, below: EinheitRow['below'] = 'einheiten'): EinheitRow => ({
  ...{ id, parentId, kennzeichen: id, titel: `Stelle ${id}`, state: 'offen', below },
});
const einheit = (...facts: Parameters<typeof row>): PlanEntry => ({ kind: 'einheit', row: row(...facts) });
const akte = { id: 'a', aktenzeichen: '20-0001/2026', betreff: 'Kreishaus', below: 'something' } as const;
const vorgang = { id: 'v', aktenzeichen: '20-0001/2026/03', betreff: 'Fassade', state: 'offen', dokumente: 2 } as const;
const branch = (entries: PlanEntry[], next: Branch['next'] = null): Branch => ({ entries, next });

describe('planTree', () => {
  it('is empty before anything was read', () => {
    expect(planTree(new Map(), [], 'akten')).toEqual([]);
  });

  it('marks what can be unfolded and was not read yet, and nothing else', () => {
    const top = branch([einheit('1', null), einheit('2', null, 'akten'), einheit('3', null, 'nothing')]);
    const unread = (shown: 'plan' | 'akten') =>
      planTree(new Map([[ROOT, top]]), [], shown).map((node) => node.unread ?? 'leaf');
    expect(unread('akten')).toEqual(['below', 'below', 'leaf']);
    expect(unread('plan')).toEqual(['below', 'leaf', 'leaf']);
    const read = new Map([
      [ROOT, top],
      ['1', branch([])],
    ]);
    expect(planTree(read, [], 'akten')[0]).not.toHaveProperty('unread');
  });

  it('ends a branch of several pages with a row that asks for more', () => {
    const top = branch([einheit('1', null)], { kind: 'einheiten', after: '1' });
    const [, last] = planTree(new Map([[ROOT, top]]), [], 'akten');
    expect([last?.label, moreOf(last!.id), moreOf('1')]).toEqual(['Weitere anzeigen', ROOT, null]);
  });

  it('says in words that a position is closed', () => {
    const closed: PlanEntry = { kind: 'einheit', row: { ...row('1', null), state: 'stillgelegt' } };
    expect(planTree(new Map([[ROOT, branch([closed])]]), [], 'plan')[0]?.label).toBe('Stelle 1 (stillgelegt)');
  });

  it('shows the way to the open Vorgang on whatever page its rows lie, once', () => {
    const way = wayTo({
      ...vorgang,
      aktenplan: [{ id: '2', kennzeichen: '2', titel: 'Finanzen' }],
      akte: { id: 'a', aktenzeichen: akte.aktenzeichen, betreff: akte.betreff },
      akteAbove: [],
    } as unknown as VorgangView);
    const branches = new Map([
      [ROOT, branch([einheit('1', null), einheit('2', null)])],
      ['2', branch([], { kind: 'akten', after: 'x' })],
      ['a', branch([{ kind: 'vorgang', row: vorgang }])],
    ]);
    const [, two, ...others] = planTree(branches, way, 'akten');
    expect(others).toEqual([]);
    expect(two?.children.map(({ id }) => id)).toEqual(['a', 'more:2']);
    expect(two?.children[0]?.children.map(({ id, prefix, count }) => [id, prefix, count])).toEqual([['v', '/03', 2]]);
  });
});

describe('hitTree', () => {
  const path = (...ids: string[]) => ids.map((id) => ({ id, kennzeichen: id, titel: id }));
  const hits: AktenplanHits = {
    einheiten: [
      { ...row('2', null), path: path('2') },
      { ...row('20', '2', 'akten'), path: path('2', '20') },
      { ...row('30', '3', 'nothing'), path: path('3', '30') },
    ],
    akten: [{ ...akte, above: ['2', '20'] }],
    vorgaenge: [{ ...vorgang, above: ['4', 'b'] }],
    more: 'no',
  };

  it('leaves out what lies below another row that was found', () => {
    expect(hitTree(hits, new Map(), 'akten').map(({ id }) => id)).toEqual(['2', '30', 'v']);
  });

  it('shows positions only where only positions are wanted', () => {
    expect(hitTree(hits, new Map(), 'plan').map(({ id }) => id)).toEqual(['2', '30']);
  });

  it('names a Vorgang by its whole Aktenzeichen where its Akte is not above it', () => {
    expect(hitTree(hits, new Map(), 'akten').at(-1)?.prefix).toBe('20-0001/2026/03');
  });
});
