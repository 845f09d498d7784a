import { readGlossary } from './glossary.js';
import { repositoryFiles } from './repository.js';
import { forbiddenWords, publicNames, wordsOf } from './vocabulary.js';

const glossary = readGlossary();
const names = publicNames(repositoryFiles(/^(server|client|archive|connectors)\/(?!.*\.spec\.ts$).*\.(ts|sql)$/));

describe('the vocabulary of GLOSSARY.md', () => {
  it('holds in every exported type, table and route segment', () => {
    const wrong = names.flatMap((name) =>
      forbiddenWords(glossary, name).map((word) => `${name.path}: ${name.kind} ${name.name} uses ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('catches a word that names another concept', () => {
    const found = (name: string, path: string) => forbiddenWords(glossary, { kind: 'type', name, path });
    expect(found('TenantRow', 'server/identity/tenant.ts')).toEqual(['tenant (say Mandant)']);
    expect(found('open_cases', 'server/platform/postgres/migrations/0009-cases.sql')).toEqual([
      'case (say Vorgang, Teilvorgang)',
    ]);
    expect(found('TaskList', 'server/aufgabe/list.ts')).toEqual(['task (say Aufgabe)']);
  });

  it('lets an allowed use pass at its place only', () => {
    const task = (path: string) => forbiddenWords(glossary, { kind: 'type', name: 'UserTask', path });
    expect(task('server/workflow/embedded/elements/job-task.ts')).toEqual([]);
    expect(task('server/akte/akte.ts')).toEqual(['task (say Aufgabe)']);
  });

  it('reads the words of every spelling', () => {
    expect(wordsOf('AktenplanNode')).toEqual(['aktenplan', 'node']);
    expect(wordsOf('PDFPage')).toEqual(['pdf', 'page']);
    expect(wordsOf('person_role')).toEqual(['person', 'role']);
  });

  it('finds what it looks through: types, tables and route segments', () => {
    for (const kind of ['type', 'table', 'route segment'] as const) {
      expect(names.filter((name) => name.kind === kind).length).toBeGreaterThan(10);
    }
    expect(glossary.nouns.length).toBeGreaterThan(30);
  });

  it('names each concept once', () => {
    const identifiers = glossary.nouns.flatMap((noun) => noun.identifiers);
    expect(identifiers.filter((name, index) => identifiers.indexOf(name) !== index)).toEqual([]);
  });

  it('allows nothing that nobody forbids', () => {
    const forbidden = new Set(glossary.nouns.flatMap((noun) => noun.never));
    expect(glossary.allowed.map(({ word }) => word).filter((word) => !forbidden.has(word))).toEqual([]);
  });
});
