import { repositoryFiles } from './repository.js';

// Put together from parts, so that this file does not find itself.
const join = (...parts: string[]) => parts.join('');
const MARKERS = [join('TO', 'DO'), join('FIX', 'ME'), join('X', 'XX'), join('HA', 'CK'), join('@ts-', 'ignore')];
const FOLDERS = ['work', 'tmp', 'home', 'root', 'farm', 'mnt', 'Users'].map((name) => join('/', name));
const REGISTRIES = [
  join('registry.', 'npmjs'),
  join('registry.', 'yarnpkg'),
  join('npm', 'mirror'),
  join('pypi', '.org'),
];

const everything = repositoryFiles(/^(?!LICENSE$)/);

/** All places of a word, as `path:line`. */
function places(pattern: RegExp, paths = /./): string[] {
  return everything
    .filter(({ path }) => paths.test(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}

describe('the repository', () => {
  it.each(MARKERS)('has no unfinished work marked %s', (marker) => {
    expect(places(new RegExp(`(^|[^A-Za-z])${marker}([^A-Za-z]|$)`))).toEqual([]);
  });

  it.each(FOLDERS)('names no folder of a certain machine below %s', (folder) => {
    // Preceded by a letter, dot or digit it is a part of an address or of a relative path.
    expect(places(new RegExp(`(^|[^A-Za-z0-9_.:)}\\]*/-])${folder}(?![\\w-])`))).toEqual([]);
  });

  it.each(REGISTRIES)('names no package registry: %s', (host) => {
    expect(places(new RegExp(host.replace('.', '\\.')))).toEqual([]);
  });

  it('has no test that is switched off or runs alone', () => {
    const switches = /\b(describe|it|test)\.only\b|\b(xit|xdescribe|xtest|fit|fdescribe)\(/;
    expect(places(switches, /\.ts$/).filter((place) => !place.startsWith('test/house-rules/unfinished'))).toEqual([]);
  });

  it('has no mock in place of a real part', () => {
    expect(
      places(/\bjest\.(mock|unstable_mockModule)\(/, /\.ts$/).filter((place) => !/unfinished/.test(place)),
    ).toEqual([]);
  });
});
