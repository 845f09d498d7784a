/** What a directory says about a person who has proved to it who they are. */
export interface Attestation {
  /** Who says so; together with `subject` it names one account for ever. */
  readonly issuer: string;
  readonly subject: string;
  /** As it stands there; null where the directory names nobody. */
  readonly name: string | null;
  readonly groups: readonly string[];
}

/** What came of a question to a directory. Reasons are one line for the log of the server and hold no secret. */
export type DirectoryAnswer<Value> =
  | ({ readonly kind: 'attested' } & Value)
  /** It says no, or says something that must not be believed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It is away or too slow; nothing is known about the person. */
  | { readonly kind: 'away'; readonly reason: string };

/** Whether a directory can be reached, asked now. */
export type Reachability = 'ok' | 'away';

/** A directory that takes a name and a password from us (LDAP). */
export interface PasswordDirectory {
  check(login: string, password: string): Promise<DirectoryAnswer<{ readonly attestation: Attestation }>>;
  reach(): Promise<Reachability>;
}

/** What our server keeps between sending somebody away to the provider and their return. */
export interface OpenidAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Tokens of a session; they are secrets. */
export interface OpenidTokens {
  readonly idToken: string;
  /** Absent where the provider gives none: it then cannot be asked whether the session goes on. */
  readonly refreshToken?: string | undefined;
}

export interface OpenidSession {
  /** null: the provider says nothing new about the person. */
  readonly attestation: Attestation | null;
  readonly tokens: OpenidTokens;
  /** Name of the session at the provider, where it has one. */
  readonly providerSession: string | null;
}

/** Whose sessions a provider wants ended: of the person, or only the one. */
export interface EndedSessions {
  readonly issuer: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
}

/** A provider that people are sent to (OpenID Connect). */
export interface OpenidProvider {
  /** Where to send the person. */
  begin(redirectUri: string): Promise<DirectoryAnswer<{ readonly url: string; readonly attempt: OpenidAttempt }>>;
  /** @param returned the whole address that the person came back to */
  finish(returned: URL, attempt: OpenidAttempt): Promise<DirectoryAnswer<OpenidSession>>;
  /** Whether the session goes on. */
  renew(tokens: OpenidTokens, subject: string): Promise<DirectoryAnswer<OpenidSession>>;
  /** Where to send a person who has signed out here; null where the provider has no such place. */
  endSessionUrl(tokens: OpenidTokens, returnTo: string): Promise<string | null>;
  /** Reads a logout token of the provider. */
  ended(logoutToken: string): Promise<DirectoryAnswer<EndedSessions>>;
  reach(): Promise<Reachability>;
}
