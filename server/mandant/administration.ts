import { randomBytes } from 'node:crypto';
import type { CreatedMandant } from '../contract/mandant-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { newId } from '../platform/ids.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { reason as reasonSchema } from '../platform/typed-text.js';
import { createMandant, newMandantSchema } from './create-mandant.js';
import { loadMandantName, type MandantName } from './mandant.store.js';
import { resumeMandant } from './resume-mandant.js';
import { suspendMandant } from './suspend-mandant.js';

export interface AdministrationParts {
  readonly database: Database;
  readonly runner: ActRunner;
  /** Address of our page, for the link to the first administrator. */
  readonly pageOrigin: string;
}

/** What command and page of the shared administration do, each in the transaction of the one Mandant that it is about. */
export interface Administration {
  /** @param by who does it, as it stands in the Protokoll of that Mandant */
  create(by: string, input: unknown): Promise<CreatedMandant | Rejection>;
  suspend(by: string, mandantId: Id, reason: unknown): Promise<object | Rejection>;
  resume(by: string, mandantId: Id): Promise<object | Rejection>;
  /** Names of all Mandanten. */
  list(): Promise<MandantName[]>;
  /** The Mandant with this short code or id. */
  find(wanted: string): Promise<MandantName | Rejection>;
}

export function openAdministration({ database, runner, pageOrigin }: AdministrationParts): Administration {
  const inMandant = (mandantId: Id, by: string): ActContext => ({ mandantId, actor: { kind: 'system', name: by } });
  const list = async () => {
    const names: MandantName[] = [];
    for (const id of await listMandanten(database)) {
      const name = await database.transaction(id, (queries) => loadMandantName(queries, id));
      if (name) names.push(name);
    }
    return names.sort((one, other) => one.name.localeCompare(other.name, 'de'));
  };
  return {
    create: async (by, input) => {
      const parsed = newMandantSchema.safeParse(input);
      if (!parsed.success) return invalid(parsed.error.issues);
      const token = randomBytes(32).toString('base64url');
      const made = await runner.run(inMandant(newId(), by), createMandant, { ...parsed.data, token });
      if (isRejection(made)) return made;
      // Behind the #: browsers send that part to no server, and no log holds it.
      const invitation = `${pageOrigin}/einladung#${token}`;
      return { mandantId: made.mandantId, invitation, expiresAt: made.expiresAt.toISOString() };
    },
    suspend: async (by, mandantId, reason) => {
      const parsed = reasonSchema.safeParse(reason);
      if (!parsed.success) return reject('platform.invalidInput', { fields: 'reason' });
      return runner.run(inMandant(mandantId, by), suspendMandant, { reason: parsed.data });
    },
    resume: (by, mandantId) => runner.run(inMandant(mandantId, by), resumeMandant, {}),
    list,
    find: async (wanted) => {
      const found = (await list()).find(({ id, code }) => id === wanted || code === wanted);
      return found ?? reject('mandant.unknown', { code: wanted });
    },
  };
}

function invalid(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Rejection {
  const fields = issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  return reject('platform.invalidInput', { fields: fields.join('; ') });
}
