import { ACTS } from '../../server/contract/acts.js';
import { repositoryFiles } from './repository.js';
import { testNames } from './test-names.js';

const SLICES = [
  'access',
  'akte',
  'akteneinsicht',
  'aktenplan',
  'annotation',
  'aufgabe',
  'aussonderung',
  'barriere',
  'consistency',
  'dokument',
  'ersuchen',
  'fachverfahren',
  'identity',
  'import',
  'kontakt',
  'laufweg',
  'mandant',
  'notification',
  'postausgang',
  'posteingang',
  'protokoll',
  'rechnung',
  'schwaerzung',
  'search',
  'signatur',
  'stapel',
  'verfuegung',
  'vorlage',
  'weitergabe',
  'wopi',
  'wording',
  'workflow',
  'zeichnung',
  'zusatzfeld',
];
const TOP_LEVEL =
  /^(archive|client|connectors|processes|server|test|\.ci)\/|^[A-Z]+(\.md)?$|^\.?[a-z-]+(\.[a-z]+)*\.(json|mjs)$|^\.[a-z]+$|^compose\.yaml$/;

const files = repositoryFiles(/./);
const server = files.filter(({ path }) => path.startsWith('server/'));
const paths = new Set(files.map(({ path }) => path));

/** Acts as they are defined in the code: name and file. */
const defined = server
  .filter(({ path }) => !/\.spec\.ts$|^server\/platform\//.test(path))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/\b(act|preparedAct|systemAct)(?:<[^(]*>)?\(\s*'([\w.]+)'/g)].map(([, kind, name = '']) => ({
      kind,
      name,
      path,
    })),
  );

describe('the tree', () => {
  it('has at its top only the folders of style.md, root documents and tool configuration', () => {
    expect([...paths].filter((path) => !TOP_LEVEL.test(path))).toEqual([]);
  });

  it('explains every slice in its README', () => {
    expect(SLICES.map((slice) => `server/${slice}/README.md`).filter((path) => !paths.has(path))).toEqual([]);
  });
});

describe('an act', () => {
  it('of the contract has exactly one place in the code', () => {
    const places = (name: string) => defined.filter((act) => act.name === name).map(({ path }) => path);
    const wrong = Object.keys(ACTS).filter((name) => places(name).length !== 1);
    expect(wrong.map((name) => `${name} in ${places(name).join(' and ') || 'no file'}`)).toEqual([]);
  });

  it('lies in a file of its own, named like it, in its slice', () => {
    const astray = defined.filter(({ name, path }) => path.replaceAll('-', '') !== expectedPath(name));
    expect(astray.map(({ name, path }) => `${name} in ${path}`)).toEqual([]);
  });

  it('has its tests beside it', () => {
    expect(defined.map(({ path }) => specOf(path)).filter((spec) => !paths.has(spec))).toEqual([]);
  });

  it('of a person is tested by its refusals first', () => {
    const specs = defined.filter(({ kind }) => kind !== 'systemAct').flatMap(({ path }) => fileAt(specOf(path)));
    const successFirst = specs.filter((spec) => !/› (\S+ )?refuses/.test(testNames(spec)[0]?.name ?? '› refuses'));
    expect(successFirst.map(({ path }) => path)).toEqual([]);
  });
});

/** `akte.closeZdA` lies in server/akte/close-zda.ts; hyphens do not count, because ZdA is one word of three letters. */
function expectedPath(act: string): string {
  const [slice = '', name = ''] = act.split('.');
  return `server/${slice}/${name.toLowerCase()}.ts`;
}

function specOf(path: string): string {
  return path.replace(/\.ts$/, '.spec.ts');
}

function fileAt(path: string) {
  return files.filter((file) => file.path === path);
}
