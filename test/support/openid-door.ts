import { createOpenid } from '../../connectors/openid/openid.js';
import type { SessionView } from '../../server/contract/views.js';
import type { GroupRow, OpenidDirectory, SignInRules } from '../../server/identity/directory.js';
import { openDoor, type Door } from '../../server/platform/http/door.testing.js';
import { openTestProvider, PROVIDER_CLIENT, type TestProvider } from './openid-provider.js';
import { aVisitor, type Visitor } from './visitor.js';

/** What groups of the provider are worth. */
export const GROUPS: readonly GroupRow[] = [
  { group: 'akte-liegenschaften', unit: '20.31', roles: ['sachbearbeitung'] },
  { group: 'akte-mitzeichnung', unit: null, roles: ['mitzeichnung'] },
  { group: 'akte-kasse', unit: '20.21', roles: ['kasse'] },
];

/** The HTTP side of the server with a real provider beside it, known as `kreis`; `verbunden` makes nobody. */
export interface OpenidDoor {
  readonly door: Door;
  readonly provider: TestProvider;
  /** Address that begins a sign-in. */
  begin(way?: string, weiter?: string): string;
  /** Puts a person into the provider; returns the subject. */
  aPerson(sub: string, groups?: readonly string[], name?: string): string;
  /** Signs in at the provider and comes back. Answers where our server then leads to. */
  signIn(sub: string, visitor?: Visitor, start?: string): Promise<string>;
  sessionOf(visitor: Visitor): Promise<SessionView | null>;
  post(visitor: Visitor, path: string, body?: object): Promise<Response>;
  sql<T extends object>(statement: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** The time has come to ask the provider again. */
  due(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openOpenidDoor(): Promise<OpenidDoor> {
  const provider = await openTestProvider();
  const door = await openDoor({ signIn: rulesFor(provider, ['kreis', 'create'], ['verbunden', 'link']) });
  // The client is known under the first directory; nobody is led back to the second one.
  await provider.register(door.url, 'kreis');
  const begin: OpenidDoor['begin'] = (way = 'kreis', weiter = '/aufgaben') =>
    `${door.url}/api/sign-in/openid/${way}?weiter=${encodeURIComponent(weiter)}`;
  const sessionOf = async (visitor: Visitor) =>
    (await (await visitor.ask(`${door.url}/api/session`)).json()) as SessionView | null;
  const sql: OpenidDoor['sql'] = (statement, parameters = []) =>
    door.bench.database.transaction(door.bench.mandantId, (queries) => queries.query(statement, parameters));
  return {
    ...{ door, provider, begin, sessionOf, sql },
    aPerson: (sub, groups = ['akte-liegenschaften'], name = 'Mira Żuławska') => {
      provider.people.set(sub, { name, groups });
      return sub;
    },
    signIn: async (sub, visitor = aVisitor(), start = begin()) => {
      const response = await visitor.ask((await visitor.signInAt(start, sub)).href);
      return response.headers.get('location') ?? String(response.status);
    },
    post: async (visitor, path, body = {}) => {
      const csrf = (await sessionOf(visitor))?.csrfToken ?? '';
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
      return visitor.ask(door.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    due: () => sql(`UPDATE directory_session SET check_at = now() - interval '1 second'`),
    close: async () => {
      await door.close();
      await provider.close();
    },
  };
}

function rulesFor(
  { issuer }: TestProvider,
  ...directories: readonly (readonly [string, OpenidDirectory['people']])[]
): SignInRules {
  return {
    houses: [
      {
        behoerdenschluessel: '99010',
        secondFactor: [],
        directories: directories.map(([id, people]) => openidDirectory(issuer, id, people)),
      },
    ],
  };
}

export function openidDirectory(issuer: string, id: string, people: OpenidDirectory['people']): OpenidDirectory {
  const scopes = ['profile', 'groups', 'offline_access'];
  return {
    ...{ id, people, issuer, name: 'Kreis-Konto', groups: GROUPS, kind: 'openid' },
    connector: createOpenid({ ...PROVIDER_CLIENT, issuer, scopes, groupsClaim: 'groups' }),
  };
}
