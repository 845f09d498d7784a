import { outlineOf, pageOf, type OutlineEntry } from './outline.js';
import type { PDFDocumentProxy } from './pdf.js';

const entry = (title: string, own: Partial<OutlineEntry> = {}): OutlineEntry => ({
  title,
  dest: title,
  items: [],
  ...own,
});

describe('outlineOf', () => {
  it('shows neither the direction signs nor the emptiness of a foreign heading', () => {
    const { nodes } = outlineOf([entry('\u202eegalnA'), entry(' \u0000 ')]);
    expect(nodes.map(({ label }) => label)).toEqual(['egalnA', '2']);
  });

  it('ends where a file nests without end', () => {
    let endless = entry('innermost');
    for (let depth = 0; depth < 100; depth += 1) endless = entry('deep', { items: [endless] });
    expect(outlineOf([endless]).destinations.size).toBe(12);
  });

  it('is cut where a file says more than anybody reads', () => {
    const { nodes } = outlineOf(Array.from({ length: 20_000 }, (_, index) => entry(`§ ${index}`)));
    expect(nodes).toHaveLength(5_000);
  });

  it('names each entry by its place, and what leads nowhere only folds', () => {
    const { nodes, destinations } = outlineOf([entry('Teil 1', { dest: null, items: [entry('Gründe')] })]);
    expect(nodes).toEqual([
      { id: '1', label: 'Teil 1', selectable: 'no', children: [{ id: '1.1', label: 'Gründe', children: [] }] },
    ]);
    expect(destinations.get('1.1')).toBe('Gründe');
  });
});

describe('pageOf', () => {
  const pdf = {
    numPages: 3,
    getDestination: (name: string) => Promise.resolve(name === 'Gründe' ? ['third'] : null),
    getPageIndex: (reference: unknown) => (reference === 'third' ? Promise.resolve(2) : Promise.reject(new Error())),
  } as unknown as PDFDocumentProxy;

  it('finds no page where an entry leads nowhere, to a page that is not there, or to nonsense', async () => {
    for (const destination of ['unknown', null, [], [99], [-1], ['other']])
      expect(await pageOf(pdf, destination)).toBeNull();
  });

  it('finds the page of a name, of a reference and of a number', async () => {
    expect([await pageOf(pdf, 'Gründe'), await pageOf(pdf, ['third']), await pageOf(pdf, [0])]).toEqual([3, 3, 1]);
  });
});
