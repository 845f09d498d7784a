import { Client, EqualityFilter, InvalidCredentialsError, type Entry } from 'ldapts';
import type { Attestation, DirectoryAnswer, PasswordDirectory } from '../api/directory-port.js';

export interface LdapSettings {
  /** Stands for the directory in what it attests. */
  readonly issuer: string;
  /** `ldaps://…`; `ldap://…` is upgraded by StartTLS unless it is this machine. */
  readonly url: string;
  /** Account that may search; null: the search needs none. */
  readonly reader: { readonly dn: string; readonly password: string } | null;
  /** Where people are. */
  readonly base: string;
  /** What people type as their name: `uid`, `sAMAccountName`. */
  readonly loginAttribute: string;
  /** What never changes about an account and is never given again: `entryUUID`, `objectGUID`. */
  readonly subjectAttribute: string;
  readonly nameAttribute: string;
  readonly groupAttribute: string;
}

const ANSWER_MILLISECONDS = 5_000;

/** Sign-in by search and bind. The password is only ever sent over TLS, and never together with an empty one. */
export function createLdap(settings: LdapSettings): PasswordDirectory {
  return {
    check: async (login, password) => {
      // RFC 4513, section 5.1.2: a bind without password succeeds as nobody, whoever is named.
      if (password === '' || login === '') return { kind: 'refused', reason: 'empty' };
      try {
        const entry = await connected(settings, (client) => findPerson(client, settings, login));
        return entry === null
          ? { kind: 'refused', reason: 'not exactly one entry' }
          : await bind(settings, entry, password);
      } catch (error) {
        return { kind: 'away', reason: nameOf(error) };
      }
    },
    reach: () =>
      connected(settings, async (client) => {
        if (settings.reader) await client.bind(settings.reader.dn, settings.reader.password);
        // Without an account of its own nothing has been asked yet: the root entry is there for everybody (RFC 4512).
        else await client.search('', { scope: 'base', attributes: ['1.1'] });
        return 'ok' as const;
      }).catch(() => 'away' as const),
  };
}

async function connected<T>(settings: LdapSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    url: settings.url,
    timeout: ANSWER_MILLISECONDS,
    connectTimeout: ANSWER_MILLISECONDS,
    strictDN: false,
  });
  try {
    const { protocol, hostname } = new URL(settings.url);
    if (protocol === 'ldap:' && !isLoopback(hostname)) await client.startTLS({ servername: hostname });
    return await work(client);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/** Whether a password to this host leaves the machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}

async function findPerson(client: Client, settings: LdapSettings, login: string): Promise<Entry | null> {
  if (settings.reader) await client.bind(settings.reader.dn, settings.reader.password);
  const { subjectAttribute, nameAttribute, groupAttribute } = settings;
  const { searchEntries } = await client.search(settings.base, {
    scope: 'sub',
    // A filter as an object is encoded and not parsed: nothing that somebody types can be read as a part of it.
    filter: new EqualityFilter({ attribute: settings.loginAttribute, value: login }),
    attributes: [subjectAttribute, nameAttribute, groupAttribute],
    explicitBufferAttributes: [subjectAttribute],
    sizeLimit: 2,
    timeLimit: ANSWER_MILLISECONDS / 1_000,
  });
  const [entry, another] = searchEntries;
  return entry !== undefined && another === undefined ? entry : null;
}

async function bind(
  settings: LdapSettings,
  entry: Entry,
  password: string,
): Promise<DirectoryAnswer<{ attestation: Attestation }>> {
  const subject = subjectOf(entry[settings.subjectAttribute]);
  if (subject === null) return { kind: 'refused', reason: `no ${settings.subjectAttribute}` };
  try {
    await connected(settings, (client) => client.bind(entry.dn, password));
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return { kind: 'refused', reason: 'wrong password' };
    throw error;
  }
  const [name = null] = textsOf(entry[settings.nameAttribute]);
  const groups = textsOf(entry[settings.groupAttribute]).map(normalGroup);
  return { kind: 'attested', attestation: { issuer: settings.issuer, subject, name, groups } };
}

/** Names of groups are distinguished names: they compare without regard to case and to blanks around commas. */
export function normalGroup(group: string): string {
  return group
    .trim()
    .toLowerCase()
    .replace(/\s*([,=])\s*/g, '$1');
}

/** Text where the bytes are one, hexadecimal digits otherwise: `objectGUID` of Active Directory is 16 bytes. */
function subjectOf(value: Entry[string] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (first === undefined || first.length === 0) return null;
  const bytes = Buffer.from(first);
  const text = bytes.toString('utf8');
  return /^[\x21-\x7e]+$/.test(text) ? text : bytes.toString('hex');
}

function textsOf(value: Entry[string] | undefined): string[] {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.map((one) => one.toString());
}

function nameOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: string };
  return typeof code === 'string' ? code : (name ?? 'unknown');
}
