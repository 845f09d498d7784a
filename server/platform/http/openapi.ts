import { z } from 'zod';
import { ACTS, type ActDescription, type ActName } from '../../contract/acts.js';
import type { ApplicationParts } from './application.js';
import type { Route } from './routes.js';

/** JSON Schemas of all answers, made from the types of the code when the server is built (`describe-responses.mjs`). */
export interface ResponseSchemas {
  readonly schemas: Readonly<Record<string, object>>;
  /** By method and path, e.g. `GET /api/vorgaenge/:id`. */
  readonly routes: Readonly<Record<string, object>>;
  readonly acts: Readonly<Record<string, object>>;
  /** Names that a route reads behind the `?`, by method and path. */
  readonly queries: Readonly<Record<string, readonly string[]>>;
  /** Headers that a transfer reads, by method and path. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

export type ApiParts = Pick<ApplicationParts, 'acts' | 'routes'>;

/**
 * The API as OpenAPI 3.1. Everything in it comes from where it also works: acts with the schemas that check their input,
 * routes with their permissions, answers with the types of the code. What is mounted is described, and nothing else.
 */
export function describeApi({ acts, routes }: ApiParts, responses: ResponseSchemas): object {
  const paths: Record<string, Record<string, object>> = {};
  const definitions: Record<string, object> = {};
  for (const { act: name, schema } of acts) {
    const act: ActName = name as ActName;
    paths[`/api/acts/${act}`] = { post: actOperation(act, jsonSchema(schema as z.ZodType, definitions), responses) };
  }
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [methodOf(route).toLowerCase()]: routeOperation(route, definitions, responses) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Laufmappe',
      version: '1',
      description: INTRODUCTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: [...new Set(Object.values(paths).flatMap((methods) => Object.values(methods).flatMap(tagsOf)))]
      .sort()
      .map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...responses.schemas, ...definitions, Refusal: REFUSAL, Problem: PROBLEM },
      responses: {
        Problem: { description: 'Refused', content: { 'application/problem+json': { schema: PROBLEM_REF } } },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Token of a system, made by the administration' },
      },
    },
  };
}

/** The HTTP method of a route, by its kind. */
export function methodOf(route: Route): 'GET' | 'POST' | 'PATCH' | 'DELETE' {
  if (route.kind === 'transfer') return route.method;
  return route.kind === 'question' || route.kind === 'upload' ? 'POST' : 'GET';
}

const INTRODUCTION = [
  'Everything that the page does. Read models have addresses and change nothing; what changes a record is an act.',
  'Every act needs an `Idempotency-Key`: the same key answers the same and does nothing a second time.',
  'A view answers with an `ETag`; an act with a `version` also takes it as `If-Match`.',
  'A list that can be long has `next`; the next page is the same address with `before=<next>`. Null: there is no more.',
  'A refusal is problem details (RFC 9457) with `code`, a sentence in German and in English, and a remedy in both.',
  'Too many requests are answered with 429 and `Retry-After`.',
].join('\n\n');

const PROBLEM_REF = { $ref: '#/components/schemas/Problem' };
const SENTENCE = {
  type: 'object',
  properties: { de: { type: 'string' }, en: { type: 'string' } },
  required: ['de', 'en'],
};
const REFUSAL = {
  type: 'object',
  description: 'One thing that stands against it.',
  properties: {
    kind: { const: 'rejection' },
    code: { type: 'string' },
    status: { type: 'integer' },
    message: SENTENCE,
    remedy: SENTENCE,
    reasons: {
      type: 'array',
      items: { $ref: '#/components/schemas/Refusal' },
      description: 'All of them, where several',
    },
  },
  required: ['kind', 'code', 'status', 'message', 'remedy', 'reasons'],
};
const PROBLEM = {
  type: 'object',
  description: 'A refusal; nothing was changed.',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'Leads to the entry of `code` on the page of the API',
    },
    title: { type: 'string' },
    detail: { type: 'string', description: 'Message and remedy in German' },
    ...REFUSAL.properties,
  },
  required: ['type', 'title', 'detail', ...REFUSAL.required],
};

const IDEMPOTENCY = (required: boolean) => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
});
const IF_MATCH = { name: 'If-Match', in: 'header', description: 'ETag of the view', schema: { type: 'string' } };
const PROBLEM_RESPONSE = { default: { $ref: '#/components/responses/Problem' } };
const BYTES = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };

function actOperation(name: ActName, input: object, responses: ResponseSchemas): object {
  const { label, permission, undo }: ActDescription = ACTS[name];
  const versioned = 'version' in ((input as { properties?: object }).properties ?? {});
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: label.en,
    description: [label.de, undo.kind === 'final' ? undo.why.en : ''].filter(Boolean).join('. '),
    'x-permission': permission,
    parameters: [IDEMPOTENCY(true), ...(versioned ? [IF_MATCH] : [])],
    requestBody: { required: true, content: { 'application/json': { schema: input } } },
    responses: { 200: json(responses.acts[name]), ...PROBLEM_RESPONSE },
  };
}

function routeOperation(route: Route, definitions: Record<string, object>, responses: ResponseSchemas): object {
  const name = `${methodOf(route)} ${route.path}`;
  return {
    operationId: name.replace(/[^A-Za-z0-9]+/g, '_'),
    tags: [route.path.split('/')[2]],
    summary: name,
    'x-permission': route.permission,
    parameters: [
      ...[...route.path.matchAll(/:(\w+)/g)].map(([, place]) => ({
        name: place,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...queryOf(route, responses.queries[name] ?? []),
      ...(route.kind === 'upload' ? [FILE_NAME, UPLOAD_ID, IDEMPOTENCY(false)] : []),
      ...(responses.headers[name] ?? []).map((header) => ({ name: header, in: 'header', schema: { type: 'string' } })),
    ],
    ...bodyOf(route, definitions),
    responses: { ...answerOf(route, responses.routes[name]), ...PROBLEM_RESPONSE },
  };
}

const UPLOAD_ID = {
  name: 'X-Upload-Id',
  in: 'header',
  description: 'Of a file that came in pieces, instead of a body',
  schema: { type: 'string', format: 'uuid' },
};
const FILE_NAME = {
  name: 'X-File-Name',
  in: 'header',
  required: true,
  description: 'Name of the file, percent-encoded',
  schema: { type: 'string' },
};

/** What the code reads, and what is said about it; a name that only a schema reads has to be said. */
function queryOf(route: Route, read: readonly string[]): object[] {
  if (route.kind !== 'view' && route.kind !== 'download') return [];
  const said = route.query;
  return [...new Set([...Object.keys(said), ...read])].map((name) => ({
    name,
    in: 'query',
    ...(said[name] === undefined ? {} : { description: said[name] }),
    schema: { type: 'string' },
  }));
}

function bodyOf(route: Route, definitions: Record<string, object>): object {
  if (route.kind === 'question') {
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(route.schema, definitions) } },
      },
    };
  }
  return route.kind === 'upload' || (route.kind === 'transfer' && route.method === 'PATCH')
    ? { requestBody: { required: true, content: { 'application/octet-stream': BYTES } } }
    : {};
}

function answerOf(route: Route, schema: object | undefined): object {
  switch (route.kind) {
    case 'file':
      return { 200: bytes('The file'), 206: bytes('The range asked for') };
    case 'download':
      return { 200: bytes('A text made for this request') };
    case 'upload':
      return { 201: json(schema) };
    case 'view':
    case 'reading':
    case 'question':
    case 'transfer':
      return { 200: json(schema) };
  }
}

function json(schema: object | undefined): object {
  return { description: 'Done', content: { 'application/json': { schema: schema ?? {} } } };
}

function bytes(description: string): object {
  return { description, content: { '*/*': BYTES } };
}

/**
 * Input as it is sent. What JSON Schema cannot say (a rule over several fields) is refused with its field by the server. What
 * a schema calls by a name of its own, such as a value that holds values of its kind, goes to the `definitions` of all.
 */
function jsonSchema(schema: z.ZodType, definitions: Record<string, object>): object {
  const { $schema: _, $defs = {}, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const names = new Map(
    Object.keys($defs).map((name, index) => [name, `Input${Object.keys(definitions).length + index}`]),
  );
  const moved = (part: object) =>
    JSON.parse(
      JSON.stringify(part).replace(
        /"#\/\$defs\/(\w+)"/g,
        (_whole, name: string) => `"#/components/schemas/${names.get(name)}"`,
      ),
    ) as object;
  for (const [name, definition] of Object.entries($defs)) definitions[names.get(name) ?? name] = moved(definition);
  return moved(described);
}

function tagsOf(operation: object): string[] {
  return (operation as { tags: string[] }).tags;
}
