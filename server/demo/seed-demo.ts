import { readFile } from 'node:fs/promises';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { projectPath } from '../platform/project-path.js';
import { createDemoAuthority, issuePersonKey } from '../signatur/soft-key.js';
import type { DemoParts } from './demo.js';
import { DEMO_MANDANT, PEOPLE } from './people.js';
import { seedRecords } from './seed-records.js';
import { demoPasswordHash, seedMandant, type DemoKey } from './seed-mandant.js';

const PROCESSES = ['processes/rechnungsfreigabe/process.bpmn'];

/** Fills an empty database with the demo Mandant, in one transaction: after a crash there is all of it or nothing. */
export async function seedDemo(parts: DemoParts, clock: Clock): Promise<Id> {
  const [existing] = await listMandanten(parts.database);
  if (existing) return existing;
  const mandantId = newId();
  const [passwordHash, keys, models] = await Promise.all([
    demoPasswordHash(),
    makeKeys(parts.secrets.signingKeys, clock.now()),
    Promise.all(PROCESSES.map((path) => readFile(projectPath(path), 'utf8'))),
  ]);
  const actor = { kind: 'system', name: 'demo' } as const;
  const seeded = await parts.runner.transaction({ mandantId, actor }, async (tx) => {
    const done = await seedMandant(tx, { passwordHash, keys });
    if (isRejection(done)) return done;
    const records = await seedRecords(tx);
    if (isRejection(records)) return records;
    for (const xml of models) {
      const deployed = await parts.engine.deploy(tx, { xml });
      if (isRejection(deployed)) return deployed;
    }
    return {};
  });
  if (isRejection(seeded)) throw new Error(`The demo could not be set up: ${seeded.message.en}`);
  return mandantId;
}

/** One authority, and a key for everybody who may sign. */
async function makeKeys(secret: Uint8Array, now: Date): Promise<DemoKey[]> {
  const organisation = DEMO_MANDANT.name;
  const notBefore = new Date(now.getTime() - DAY);
  // Longer than the longest step of the demo's clock, so that the Leitung can still sign after it.
  const notAfter = new Date(now.getTime() + 20 * YEAR);
  const authority = await createDemoAuthority(secret, {
    name: `${organisation} Vorführ-CA`,
    organisation,
    notBefore,
    notAfter,
  });
  const signers = PEOPLE.filter(({ roles }) => roles.includes('leitung'));
  return Promise.all(
    signers.map(async ({ login, name }) => {
      const key = await issuePersonKey(secret, authority, { name, organisation, notBefore, notAfter });
      if (isRejection(key)) throw new Error(key.message.en);
      return { login, key };
    }),
  );
}

const DAY = 86_400_000;
const YEAR = 365 * DAY;
