import { TestBed } from '@angular/core/testing';
import type { LiveChange } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { aufgabenPages } from './aufgaben-pages.js';

const LIST = 'aufgaben?list=gruppe';

/** A list of 500 rows, 200 to a page; what was asked is kept. */
function shown() {
  const asked: string[] = [];
  const rows = Array.from({ length: 500 }, (_, index) => ({ id: String(index) }));
  const get = (path: string) => {
    asked.push(path);
    const query = new URLSearchParams(path.split('?')[1]);
    const [from, most] = [Number(query.get('after') ?? 0), Number(query.get('most') ?? 200)];
    const items = rows.slice(from, from + most);
    return Promise.resolve({ items, next: from + most < rows.length ? String(from + most) : null });
  };
  let hear: (change: LiveChange | 'everything') => void = () => undefined;
  const listen = (ear: typeof hear) => {
    hear = ear;
    return () => undefined;
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LiveStream, useValue: { listen } },
    ],
  });
  const pages = TestBed.runInInjectionContext(() => aufgabenPages(() => LIST));
  const settled = async () => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(1_000);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  };
  const ids = () => pages.value()?.items.map(({ id }) => Number(id)) ?? [];
  return { pages, asked, rows, ids, settled, change: () => hear('everything') };
}

describe('aufgabenPages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('F110 loads a page when it is asked for more, one at a time, until there is none', async () => {
    const { pages, asked, ids, settled } = shown();
    await settled();
    expect(ids()).toHaveLength(200);
    await Promise.all([pages.more(), pages.more()]);
    expect(asked).toEqual([LIST, `${LIST}&most=200&after=200`]);
    await pages.more();
    await pages.more();
    expect(ids()).toEqual(Array.from({ length: 500 }, (_, index) => index));
    expect(asked).toHaveLength(3);
  });

  it('F110 reads anew as much as was loaded when something changes, and shows it at once', async () => {
    const { pages, asked, ids, rows, settled, change } = shown();
    await settled();
    await pages.more();
    rows.shift();
    change();
    await settled();
    expect(ids()).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
    expect(asked.slice(2)).toEqual([LIST, `${LIST}&most=200&after=200`]);
  });
});
