import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { REJECTIONS } from '../../../server/contract/rejections.js';
import { methodOf } from '../../../server/platform/http/openapi.js';
import type { ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { openTestOffice, type TestOffice } from '../../support/office.js';

interface Operation {
  readonly 'x-permission': string;
  readonly operationId: string;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let server: BuiltServer;
let description: Description;
let offered: Pick<TestOffice, 'acts' | 'routes'>;
beforeAll(async () => {
  const office = await openTestOffice();
  offered = { acts: office.acts, routes: office.routes };
  await office.close();
  server = await openBuiltServer();
  description = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Description;
}, 60_000);
afterAll(() => server.close());

const operationOf = (method: string, path: string) =>
  description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
const successOf = (operation: Operation | undefined) => operation?.responses['200'] ?? operation?.responses['201'];

describe('the description of the API', () => {
  it('F82 is OpenAPI 3.1 by the rules of its own schema', async () => {
    expect(description.openapi).toBe('3.1.0');
    const verdict = await new Validator().validate({ ...structuredClone(description) });
    expect(verdict.errors ?? []).toEqual([]);
    expect(verdict.valid).toBe(true);
  });

  it('F82 has every act and every route that the office offers, with the permission, and nothing else', () => {
    const wanted = [
      ...offered.acts.map(({ act }) => `POST /api/acts/${act}`),
      ...offered.routes.map((route) => `${methodOf(route)} ${route.path.replace(/:(\w+)/g, '{$1}')}`),
    ];
    const found = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(found.sort()).toEqual(wanted.sort());
    const wrong = offered.routes.filter(
      (route) => operationOf(methodOf(route), route.path)?.['x-permission'] !== route.permission,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('F82 says of every act what goes in and what comes out, and of every view what it shows', () => {
    const silent = [
      ...offered.acts.flatMap(({ act }) => {
        const operation = operationOf('POST', `/api/acts/${act}`);
        const input = operation?.requestBody?.content['application/json']?.schema ?? {};
        return says(input) && says(successOf(operation)?.content?.['application/json']?.schema) ? [] : [act];
      }),
      ...offered.routes
        .filter(({ kind }) => kind !== 'file' && kind !== 'download')
        .filter(
          (route) => !says(successOf(operationOf(methodOf(route), route.path))?.content?.['application/json']?.schema),
        )
        .map(({ path }) => path),
    ];
    expect(silent).toEqual([]);
  });

  it('F82 names what may stand behind the question mark, as far as the code reads it or says it', () => {
    const namesOf = (path: string) =>
      (operationOf('GET', path)?.parameters ?? []).flatMap((each) => (each.in === 'query' ? [each.name] : []));
    const filter = ['frist', 'art', 'sachgebiet', 'stelle', 'betragAb', 'betragBis', 'text'];
    expect(namesOf('/api/aufgaben')).toEqual(['list', 'after', 'most', ...filter]);
    expect(namesOf('/api/protokoll')).toEqual(['before']);
    expect(namesOf('/api/akten/:id/protokoll.csv')).toEqual(['actor', 'act', 'from', 'to', 'before']);
    expect(namesOf('/api/aktenplan/einheiten')).toContain('parent');
  });

  it('names no operation twice and refers to nothing that is not there', () => {
    const names = Object.values(description.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => !(String(name) in description.components.schemas))).toEqual([]);
  });
});

describe('what the server really answers', () => {
  it.each<[string, string, string]>([
    ['ines.vogt', '/api/posteingang', '/api/posteingang'],
    ['jana.petersen', '/api/aufgaben', '/api/aufgaben'],
    ['jana.petersen', '/api/aktenplan/einheiten', '/api/aktenplan/einheiten'],
    ['kim.okafor', '/api/processes', '/api/processes'],
    ['kim.okafor', '/api/tokens', '/api/tokens'],
    ['kim.okafor', '/api/protokoll', '/api/protokoll'],
    ['amir.rakimov', '/api/aussonderungen', '/api/aussonderungen'],
  ])('F82 is what the description says: %s reads %s', async (login, path, described) => {
    const client: ApiClient = await server.as(login);
    const value = await client.get<object>(path);
    expect(faults(successOf(operationOf('GET', described))?.content?.['application/json']?.schema, value)).toEqual([]);
  });

  it('F82 is a problem as described where it refuses, which leads to its sentence on the page', async () => {
    const response = await (await server.as('jana.petersen')).request('GET', '/api/tokens');
    const problem = (await response.json()) as { type: string; code: string };
    expect(faults({ $ref: '#/components/schemas/Problem' }, problem)).toEqual([]);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const page = await (await fetch(server.url + problem.type)).text();
    expect(page).toContain(`id="${problem.code}"`);
  });
});

describe('the page of the API', () => {
  it('has every act, every address and every refusal, and no script', async () => {
    const response = await fetch(`${server.url}/api/`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const names = [
      ...offered.acts.map(({ act }) => `/api/acts/${act}`),
      ...offered.routes.map(({ path }) => path),
      ...Object.keys(REJECTIONS),
    ];
    expect(names.filter((name) => !page.includes(`>${name}<`) && !page.includes(` ${name}<`))).toEqual([]);
    expect(page).not.toMatch(/<script|\son\w+=|https?:/i);
  });
});

/** A schema that any value fits says nothing. */
function says(schema: object | undefined): boolean {
  return schema !== undefined && Object.keys(schema).length > 0;
}

/** What of a value does not fit a schema of the description. */
function faults(schema: object | undefined, value: unknown): unknown[] {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  const { components } = description;
  const validate = ajv.compile({ ...strict(schema ?? {}), components: strict(components) });
  return validate(value) ? [] : (validate.errors ?? []);
}

/** No member that the description does not know: otherwise a forgotten one would never show. */
function strict(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_name, part: unknown) => {
    const described =
      typeof part === 'object' && part !== null && 'properties' in part && !('additionalProperties' in part);
    return described ? { ...part, additionalProperties: false } : part;
  }) as object;
}
