import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, Provider } from 'oidc-provider';

/** A person at the provider. */
export interface ProviderPerson {
  readonly name: string;
  readonly groups: readonly string[];
}

/** A real provider of OpenID Connect on loopback, with people that a test puts in. Its own sign-in page takes any password. */
export interface TestProvider {
  readonly issuer: string;
  readonly people: Map<string, ProviderPerson>;
  /** Knows our server from now on. */
  register(url: string, directory: string): Promise<void>;
  close(): Promise<void>;
}

export const PROVIDER_CLIENT = { clientId: 'laufmappe', clientSecret: 'secret-of-the-test-client' };

export async function openTestProvider(): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  let provider: Provider | undefined;
  const server = createServer((request, response) => void provider?.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    people,
    register: async (url, directory) => {
      const configuration = configurationFor(`${url}/api/sign-in/openid/${directory}`, url, people);
      provider = await quietly(async () => new (await import('oidc-provider')).Provider(issuer, configuration));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** It warns of an old Node and of keys and stores that are for trying out: all true, and all meant. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

function configurationFor(base: string, url: string, people: Map<string, ProviderPerson>): Configuration {
  return {
    clients: [
      {
        client_id: PROVIDER_CLIENT.clientId,
        client_secret: PROVIDER_CLIENT.clientSecret,
        redirect_uris: [`${base}/callback`],
        post_logout_redirect_uris: [`${url}/anmelden`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        scope: 'openid profile groups offline_access',
        backchannel_logout_uri: `${base}/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'offline_access'],
    findAccount: (_context, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, name: person.name, groups: [...person.groups] }) };
    },
    features: {
      devInteractions: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    issueRefreshToken: () => true,
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 600,
      Session: 600,
    },
    cookies: { keys: ['key of a test'] },
    // Everybody has agreed: what is tested is our side.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile groups offline_access');
      await grant.save();
      return grant;
    },
  };
}
