import { repositoryFiles } from './repository.js';

const MEDIAN = 120;
const CEILING = 300;

/** Closed list: a file that is long because it is a list; the second one is written by the bench. Anything else is divided. */
const LISTS = new Set(['client/locale/en.json', 'test/bench/results.json']);

const code = repositoryFiles(/^(server|client|archive|connectors|test)\/.*\.(ts|mjs|cjs|html|css|sql|json)$/);
const length = (text: string) => text.split('\n').length - 1;

describe('the size of files', () => {
  it(`is at most ${CEILING} lines, so that a file is read in one go`, () => {
    const tooLong = code.filter(({ path, text }) => length(text) > CEILING && !LISTS.has(path));
    expect(tooLong.map(({ path, text }) => `${path}: ${length(text)} lines`)).toEqual([]);
  });

  it(`has a median below ${MEDIAN} lines`, () => {
    const sizes = code.map(({ text }) => length(text)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(MEDIAN);
  });

  it('keeps every README of a folder within one screen of 60 lines', () => {
    const readmes = repositoryFiles(/.\/README\.md$/);
    expect(readmes.filter(({ text }) => length(text) > 60).map(({ path }) => path)).toEqual([]);
  });
});
