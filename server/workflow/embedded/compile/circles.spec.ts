import { circlesOf } from './circles.js';

const edges = (text: string) =>
  new Map(
    text.split(' ').map((node): [string, string[]] => {
      const [from = '', to = ''] = node.split('>');
      return [from, to === '' ? [] : to.split(',')];
    }),
  );
const circles = (text: string) => circlesOf(edges(text)).map((group) => [...group].sort().join(''));

describe('circlesOf', () => {
  it.each(['', 'a', 'a>b b', 'a>b,c b>d c>d d', 'a>unknown'])('finds none in %j', (text) => {
    expect(circles(text)).toEqual([]);
  });

  it.each([
    ['a>a', ['a']],
    ['a>b b>a', ['ab']],
    ['a>b b>c c>b,d d', ['bc']],
    ['a>b b>a,c c>d d>e e>d', ['ab', 'de']],
    ['a>b b>c c>a,d d>e e>c', ['abcde']],
  ])('finds those of %s', (text, expected) => {
    expect([...circles(text)].sort()).toEqual(expected);
  });

  it('goes through a chain of 100,000 between two circles', () => {
    const chain = Array.from({ length: 100_000 }, (_, index): [string, string[]] => [`${index}`, [`${index + 1}`]]);
    const all = new Map([...chain, ['100000', ['99999']], ['first', ['first', '0']]] as [string, string[]][]);
    expect(circlesOf(all).map((group) => group.length)).toEqual(expect.arrayContaining([1, 2]));
  });
});
