import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import { systemClock, type Clock } from '../platform/clock.js';
import type { Configuration } from '../platform/config.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import type { ServerSecrets } from '../platform/server-secrets.js';
import type { Intake } from '../posteingang/intake.js';
import type { ProcessEngine } from '../workflow/process-engine.js';
import { deliverLetters } from './deliver-letters.js';
import { accountRoutes, type AccountRouter } from './demo.http.js';
import { openDemoClock } from './demo-clock.js';
import { DEMO_MANDANT, DEMO_PASSWORD, PEOPLE } from './people.js';
import { seedDemo } from './seed-demo.js';

export interface DemoParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  readonly engine: ProcessEngine;
  readonly secrets: ServerSecrets;
  readonly intake: Intake;
}

/** What a demo adds to a server; a productive one gets the same shape with nothing in it. */
export interface Demo {
  readonly clock: Clock;
  advanceClock(milliseconds: number): void;
  /** `GET /demo/accounts`, readable before the sign-in. */
  readonly routes: AccountRouter;
  /** Fills an empty database, before the first page can be seen. Returns the Mandant. */
  seed(parts: DemoParts): Promise<Id | null>;
  /** Puts the waiting letters into the Posteingang; takes a second and so happens after the start. */
  deliverLetters(parts: DemoParts, mandantId: Id | null): Promise<void>;
  greeting(url: string): readonly Sentence[];
}

export async function openDemo({ mode, dataFolder }: Configuration): Promise<Demo> {
  if (mode !== 'demo') return noDemo();
  const { clock, advance } = await openDemoClock(dataFolder);
  return {
    clock,
    advanceClock: advance,
    routes: accountRoutes(
      PEOPLE.map(({ login, name, roleLabel }) => ({ login, name, password: DEMO_PASSWORD, roleLabel })),
    ),
    seed: (parts) => seedDemo(parts, clock),
    deliverLetters: async (parts, mandantId) => {
      if (mandantId) await deliverLetters(parts, mandantId, clock);
    },
    greeting: (url) => [
      { de: `Laufmappe läuft: ${url}`, en: 'Laufmappe is running' },
      {
        de: `Vorführdaten „${DEMO_MANDANT.name}“; Kennwort aller Konten: ${DEMO_PASSWORD}`,
        en: 'demo data; password of all accounts as named',
      },
      ...PEOPLE.map(({ login, roleLabel }) => ({ de: `  ${login.padEnd(16)} ${roleLabel.de}`, en: roleLabel.en })),
      { de: 'Beenden mit Strg+C', en: 'stop with Ctrl+C' },
    ],
  };
}

function noDemo(): Demo {
  return {
    clock: systemClock(),
    advanceClock: () => {
      throw new Error('The clock of a productive server cannot be moved');
    },
    routes: accountRoutes([]),
    seed: () => Promise.resolve(null),
    deliverLetters: () => Promise.resolve(),
    greeting: (url) => [{ de: `Laufmappe läuft: ${url}`, en: 'Laufmappe is running' }],
  };
}
