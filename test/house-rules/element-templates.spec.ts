import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { akteJobs } from '../../server/akte/akte.jobs.js';
import { aufgabeJobs } from '../../server/aufgabe/aufgabe.jobs.js';
import { fachverfahrenJobs } from '../../server/fachverfahren/fachverfahren.jobs.js';
import type { ObjectStore } from '../../server/platform/objects/object-store.js';
import { postausgangJobs } from '../../server/postausgang/postausgang.jobs.js';
import { rechnungJobs } from '../../server/rechnung/rechnung.jobs.js';
import { vorlageJobs } from '../../server/vorlage/vorlage.jobs.js';

interface Template {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly properties: readonly { readonly value: string; readonly binding: Readonly<Record<string, string>> }[];
}

const FOLDER = 'processes/element-templates';
const templates = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Template);
const typeOf = ({ properties }: Template) => properties.find(({ binding }) => binding['property'] === 'type')?.value;
// Only the names of the jobs are asked for; none of them runs.
const objects = {} as ObjectStore;
const workers = {
  ...akteJobs(objects),
  ...aufgabeJobs,
  ...rechnungJobs(objects),
  ...vorlageJobs(objects),
  ...postausgangJobs,
  ...fachverfahrenJobs({ find: () => null }),
};
const jobTypes = Object.keys(workers).sort();

/** Cells of the table's rows: type, what it does, variables in, headers, variables out, errors. */
const rows = readFileSync(join(FOLDER, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('element templates', () => {
  it('are there for every job type of the server, and for no other', () => {
    expect(templates.map(typeOf).sort()).toEqual(jobTypes);
  });

  it('are named by their type and described in both languages', () => {
    for (const template of templates) {
      expect(template.id).toBe(`laufmappe.${typeOf(template)}`);
      const texts = [
        template.name,
        template.description,
        template.metadata['name.en'],
        template.metadata['description.en'],
      ];
      expect(texts.filter((text) => !text)).toEqual([]);
    }
  });

  it('stand in the table of their folder, each in one row, and nothing else does', () => {
    expect(rows.map(([type]) => type).sort()).toEqual(jobTypes.map((type) => `\`${type}\``));
  });

  it('bring the headers and outputs that their row names', () => {
    const bound = ({ properties }: Template, type: string, name: 'key' | 'value') =>
      properties
        .filter(({ binding }) => binding['type'] === type)
        .map((entry) => (name === 'key' ? entry.binding['key'] : entry.value));
    const missing = templates.flatMap((template) => {
      const [, , , headers = '', outputs = ''] = rows.find(([type]) => type === `\`${typeOf(template)}\``) ?? [];
      const named = (cell: string, names: (string | undefined)[]) =>
        names.filter((name) => !cell.includes(`\`${name}\``));
      return [
        ...named(headers, bound(template, 'zeebe:taskHeader', 'key')),
        ...named(outputs, bound(template, 'zeebe:output', 'value')),
        ...[...outputs.matchAll(/`(\w+)`/g)].flatMap(([, name]) =>
          bound(template, 'zeebe:output', 'value').includes(name ?? '') ? [] : [name],
        ),
      ].map((name) => `${typeOf(template)}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('stand in the palette of the Modeler', () => {
    const palette = readFileSync('client/screens/modeler/system-steps.ts', 'utf8');
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(files.filter((name) => !palette.includes(`element-templates/${name}`))).toEqual([]);
  });
});
