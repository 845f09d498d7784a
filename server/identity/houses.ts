import type { Id } from '../contract/views.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import type { Directory, HouseRules, OpenidDirectory, SignInRules } from './directory.js';
import { behoerdenschluesselOf } from './directory.store.js';

const NO_RULES: Omit<HouseRules, 'behoerdenschluessel'> = { secondFactor: [], directories: [] };

/** How people of this Mandant sign in. */
export async function houseOf(queries: Queries, rules: SignInRules, mandantId: Id): Promise<typeof NO_RULES> {
  const key = await behoerdenschluesselOf(queries, mandantId);
  return rules.houses.find(({ behoerdenschluessel }) => behoerdenschluessel === key) ?? NO_RULES;
}

/** A provider of this Mandant; null for one that is no longer in the configuration. */
export async function findProvider(
  queries: Queries,
  rules: SignInRules,
  mandantId: Id,
  id: string,
): Promise<OpenidDirectory | null> {
  const { directories } = await houseOf(queries, rules, mandantId);
  return directories.find((one): one is OpenidDirectory => one.id === id && one.kind === 'openid') ?? null;
}

/**
 * A directory and the Mandant that it belongs to. Null also where two Mandanten have one Behördenschlüssel: nobody could
 * say to which of them its people belong.
 */
export async function findDirectory<Kind extends Directory['kind']>(
  database: Database,
  rules: SignInRules,
  id: string,
  kind: Kind,
): Promise<{ readonly mandantId: Id; readonly directory: Extract<Directory, { kind: Kind }> } | null> {
  const found = rules.houses
    .flatMap(({ behoerdenschluessel, directories }) =>
      directories.map((directory) => ({ behoerdenschluessel, directory })),
    )
    .find(({ directory }) => directory.id === id && directory.kind === kind);
  if (!found) return null;
  const mandanten = [];
  for (const mandantId of await listMandanten(database)) {
    const key = await database.transaction(mandantId, (queries) => behoerdenschluesselOf(queries, mandantId));
    if (key === found.behoerdenschluessel) mandanten.push(mandantId);
  }
  const [mandantId, another] = mandanten;
  if (mandantId === undefined || another !== undefined) return null;
  return { mandantId, directory: found.directory as Extract<Directory, { kind: Kind }> };
}
