import type { PDFDocumentProxy } from './pdf.js';
import { PdfText } from './pdf-text.js';
import { MOST_HITS, TextSearch } from './text-search.js';

const item = (str: string) => ({
  str,
  dir: 'ltr',
  width: 100,
  height: 10,
  hasEOL: true,
  transform: [10, 0, 0, 10, 0, 0],
});

const widthOf = (text: string) => text.length;

/** A file with these words on its pages; a page without words cannot be read. */
function fileOf(...pages: (string | null)[]): PdfText {
  const getPage = (number: number) => {
    const words = pages[number - 1];
    if (words === null || words === undefined) return Promise.reject(new Error('damaged'));
    return Promise.resolve({
      getTextContent: () => Promise.resolve({ items: [{ type: 'beginMarkedContent' }, item(words)] }),
    });
  };
  return new PdfText({ numPages: pages.length, getPage } as unknown as PDFDocumentProxy);
}

async function searched(text: PdfText, words: string, pageInView = 1): Promise<TextSearch> {
  const search = new TextSearch();
  await search.start(text, { words, pageInView, widthOf });
  return search;
}

describe('TextSearch', () => {
  it('finds nothing on a page that cannot be read, and counts it among those without text', async () => {
    const search = await searched(fileOf(null, 'Bescheid', ''), 'bescheid');
    expect(search.hits()).toHaveLength(1);
    expect(search.read()).toEqual({ pages: 3, without: 2 });
  });

  it('stops where nobody would look any further', async () => {
    const page = 'ja '.repeat(MOST_HITS - 10);
    const search = await searched(fileOf(page, page, page), 'ja');
    expect(search.hits()).toHaveLength(MOST_HITS);
    expect(search.read().pages).toBe(2);
  });

  it('leaves a search that another one has taken the place of', async () => {
    const [text, search] = [fileOf('Antrag', 'Bescheid'), new TextSearch()];
    const first = search.start(text, { words: 'antrag', pageInView: 1, widthOf });
    await Promise.all([first, search.start(text, { words: 'bescheid', pageInView: 1, widthOf })]);
    expect(search.hits().map(({ found, page }) => [found, page])).toEqual([['Bescheid', 2]]);
    expect(search.state()).toBe('done');
  });

  it('shows the first hit from the page in view on, else the first of all', async () => {
    const text = fileOf('Frist', '', 'Frist', 'Ende');
    expect((await searched(text, 'frist', 2)).place()).toBe(2);
    expect((await searched(text, 'frist', 4)).place()).toBe(1);
  });

  it('goes on behind the last one with the first, and back', async () => {
    const search = await searched(fileOf('eins zwei eins', 'eins'), 'eins');
    const places = [1, 1, 1, -1].map((direction) => {
      search.step(direction as 1 | -1);
      return search.place();
    });
    expect(places).toEqual([2, 3, 1, 3]);
  });

  it('forgets what it has found, not what was typed', async () => {
    const search = await searched(fileOf('Frist'), 'frist');
    search.end();
    search.step(1);
    expect([search.words(), search.hits(), search.shown(), search.state()]).toEqual(['frist', [], null, 'idle']);
  });
});
