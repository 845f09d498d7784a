import { TestBed } from '@angular/core/testing';
import { Api } from './api.js';
import { LiveStream } from './live-stream.js';
import { pagedQuery } from './paged-query.js';

/** A list of two pages for no words, and of nothing for any. */
function shown() {
  const pages: Readonly<Record<string, object>> = {
    'people?q=': { items: ['Ada', 'Bea'], next: 'Bea' },
    'people?q=&after=Bea': { items: ['Cem'], next: null },
  };
  const get = (path: string) => Promise.resolve(pages[path] ?? { items: [], next: null });
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  const query = TestBed.runInInjectionContext(() =>
    pagedQuery<string>((words, after) => `people?q=${words}${after === null ? '' : `&after=${after}`}`, []),
  );
  const settled = async () => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(1_000);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { query, settled };
}

describe('pagedQuery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('knows no answer before the first one', () => {
    expect(shown().query.answered()).toBeNull();
  });

  it('puts the next page below, until there is none', async () => {
    const { query, settled } = shown();
    await settled();
    expect([query.items(), query.next()]).toEqual([['Ada', 'Bea'], 'Bea']);
    await query.more();
    expect([query.items(), query.next()]).toEqual([['Ada', 'Bea', 'Cem'], null]);
    await query.more();
    expect(query.items()).toHaveLength(3);
  });

  it('keeps the rows until the next answer is there, and says which words it belongs to', async () => {
    const { query, settled } = shown();
    await settled();
    query.type('Zoe ');
    expect([query.items(), query.answered()]).toEqual([['Ada', 'Bea'], '']);
    await settled();
    expect([query.items(), query.answered()]).toEqual([[], 'Zoe']);
  });
});
