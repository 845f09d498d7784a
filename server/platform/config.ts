import { isAbsolute, join, resolve } from 'node:path';
import { LARGEST_S3_OBJECT_MEGABYTES, readS3Place, type S3Place } from './objects/s3-place.js';
import { readEditor, type EditorPlace } from './read-editor.js';
import { readPostausgang, type PostausgangSettings } from './read-smtp.js';
import { StartupProblem } from './startup-problem.js';

/** The three connections of a database that somebody else runs. */
export interface ExternalDatabase {
  readonly kind: 'external';
  /** Bound by row-level security: neither owner nor superuser. */
  readonly applicationUrl: string;
  /** Runs the migrations. */
  readonly ownerUrl: string;
  /** Reaches only the sign-in sessions. */
  readonly sessionUrl: string;
}

export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Address under which people reach the server, without a slash at the end; what the Origin check compares with. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly objectsFolder: string;
  /** Bucket that holds the objects instead of the folder; null: the folder holds them. */
  readonly s3: S3Place | null;
  /** Watched folder: what is put there becomes an Eingang. */
  readonly eingangFolder: string;
  readonly database: { readonly kind: 'embedded' } | ExternalDatabase;
  /** `demo` fills an empty database with the Mandant Musterkreis and shows its accounts on the sign-in page. */
  readonly mode: 'demo' | 'production';
  /** Folder with the official xdomea schemas, one folder per version; null: messages are checked by our rules alone. */
  readonly xdomeaSchemas: string | null;
  /** Zeebe cluster that processes run on, and whether new ones start there; null: all run in this server. */
  readonly zeebe: {
    readonly address: string;
    readonly transport: 'plain' | 'tls';
    readonly newInstances: 'zeebe' | 'embedded';
  } | null;
  readonly postausgang: PostausgangSettings;
  /** Server that edits Dokumente in the browser, such as Collabora Online; null: none. */
  readonly editor: EditorPlace | null;
  /** File with the systems that processes may ask; null: none. */
  readonly fachverfahren: string | null;
  /** File with the directories that people sign in by, and who needs a second factor; null: accounts of our own. */
  readonly signIn: string | null;
  /** A second place for the checkpoints of the Protokoll, such as a drive of another machine; null: none. */
  readonly checkpointCopies: string | null;
  /** Requests a minute that one other system may send to one process of the server. */
  readonly requestsPerMinute: number;
  /** Largest file that may come in, in bytes. */
  readonly maximumFileSize: number;
}

/** Variables that have a default; an empty value counts as not set. */
export const DEFAULTS = {
  HOST: '127.0.0.1',
  PORT: '4000',
  LAUFMAPPE_DATA: 'data',
  LAUFMAPPE_MAX_FILE_MB: '250',
  LAUFMAPPE_API_RATE: '600',
} as const;

/**
 * Reads the configuration once, at the start.
 *
 * @param environment usually `process.env`; an empty value counts as not set
 * @param folder that relative paths start from
 * @throws StartupProblem naming the variable, its value (never a password) and what was expected
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, folder = process.cwd()): Configuration {
  const value = (name: string) => environment[name]?.trim() || DEFAULTS[name as keyof typeof DEFAULTS];
  const path = (name: string, otherwise: string) => resolve(folder, value(name) ?? otherwise);
  const host = readHost(value('HOST') ?? '');
  const port = readNumber('PORT', value('PORT') ?? '', 0, 65535);
  const publicUrl = readPublicUrl(value('LAUFMAPPE_URL')) ?? `http://localhost:${port}`;
  const dataFolder = path('LAUFMAPPE_DATA', '');
  const database = readDatabase(value);
  const s3 = readS3Place(value);
  const largestMegabytes = s3 === null ? 100_000 : LARGEST_S3_OBJECT_MEGABYTES;
  return {
    host,
    port,
    publicUrl,
    dataFolder,
    objectsFolder: path('LAUFMAPPE_OBJECTS', join(dataFolder, 'objects')),
    s3,
    eingangFolder: path('LAUFMAPPE_EINGANG', join(dataFolder, 'eingang')),
    database,
    xdomeaSchemas: value('LAUFMAPPE_XDOMEA_SCHEMAS') === undefined ? null : path('LAUFMAPPE_XDOMEA_SCHEMAS', ''),
    zeebe: readZeebe(value('ZEEBE_ADDRESS'), value('ZEEBE_NEW_PROCESSES')),
    postausgang: readPostausgang(value),
    editor: readEditor(value, publicUrl),
    fachverfahren: value('LAUFMAPPE_FACHVERFAHREN') === undefined ? null : path('LAUFMAPPE_FACHVERFAHREN', ''),
    signIn: value('LAUFMAPPE_SIGN_IN') === undefined ? null : path('LAUFMAPPE_SIGN_IN', ''),
    checkpointCopies:
      value('LAUFMAPPE_CHECKPOINT_COPIES') === undefined ? null : path('LAUFMAPPE_CHECKPOINT_COPIES', ''),
    requestsPerMinute: readNumber('LAUFMAPPE_API_RATE', value('LAUFMAPPE_API_RATE') ?? '', 1, 1_000_000),
    mode: readMode(value('LAUFMAPPE_MODE'), database.kind, host),
    maximumFileSize:
      readNumber('LAUFMAPPE_MAX_FILE_MB', value('LAUFMAPPE_MAX_FILE_MB') ?? '', 1, largestMegabytes) * 1_000_000,
  };
}

function readNumber(variable: string, text: string, from: number, to: number): number {
  const found = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (found >= from && found <= to) return found;
  throw invalid(variable, text, `eine ganze Zahl von ${from} bis ${to}`, `a whole number from ${from} to ${to}`);
}

function readHost(text: string): string {
  if (/^[A-Za-z0-9.:-]+$/.test(text) && !isAbsolute(text)) return text;
  throw invalid(
    'HOST',
    text,
    'eine Adresse dieses Rechners wie 127.0.0.1',
    'an address of this machine like 127.0.0.1',
  );
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search + url.hash === '') {
    return url.origin;
  }
  throw invalid(
    'LAUFMAPPE_URL',
    text,
    'eine Adresse wie https://akte.musterkreis.example ohne Pfad',
    'an address like https://akte.musterkreis.example without a path',
  );
}

function readZeebe(text: string | undefined, starts = 'zeebe'): Configuration['zeebe'] {
  if (text === undefined) return null;
  if (starts !== 'zeebe' && starts !== 'here') {
    throw invalid('ZEEBE_NEW_PROCESSES', starts, '„zeebe“ oder „here“', '"zeebe" or "here"');
  }
  const [, tls, host, port] = /^(https:\/\/)?([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/.exec(text) ?? [];
  const newInstances = starts === 'here' ? 'embedded' : 'zeebe';
  if (host !== undefined && Number(port) <= 65535) {
    return { address: `${host}:${port}`, transport: tls === undefined ? 'plain' : 'tls', newInstances };
  }
  throw invalid(
    'ZEEBE_ADDRESS',
    text,
    'Rechner und Port wie 127.0.0.1:26500, mit https:// davor für eine verschlüsselte Verbindung',
    'host and port like 127.0.0.1:26500, with https:// before it for an encrypted connection',
  );
}

function readDatabase(value: (name: string) => string | undefined): Configuration['database'] {
  const names = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_SESSION_URL'] as const;
  const given = names.find((name) => value(name) !== undefined);
  if (given === undefined) return { kind: 'embedded' };
  const missing = names.find((name) => value(name) === undefined);
  if (missing !== undefined) throw new StartupProblem('configurationIncomplete', { given, missing });
  const [applicationUrl, ownerUrl, sessionUrl] = names.map((name) => readDatabaseUrl(name, value(name) ?? ''));
  return {
    kind: 'external',
    applicationUrl: applicationUrl ?? '',
    ownerUrl: ownerUrl ?? '',
    sessionUrl: sessionUrl ?? '',
  };
}

function readDatabaseUrl(variable: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const complete = url && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1;
  if (complete) return text;
  throw invalid(
    variable,
    withoutPassword(text),
    'eine Adresse wie postgres://benutzer:kennwort@rechner:5432/laufmappe',
    'an address like postgres://user:password@host:5432/laufmappe',
  );
}

/** The cause is printed and ends in logs and screenshots. Also masks what is no address at all. */
function withoutPassword(text: string): string {
  return text.replace(/:[^:@/]*@/, ':…@');
}

/**
 * The passwords of the demo accounts are public, so the default never opens them to the network: who wants that says so
 * with LAUFMAPPE_MODE=demo.
 */
function readMode(text: string | undefined, database: 'embedded' | 'external', host: string): Configuration['mode'] {
  if (text === 'demo' || text === 'production') return text;
  if (text !== undefined) throw invalid('LAUFMAPPE_MODE', text, '„demo“ oder „production“', '"demo" or "production"');
  if (database === 'external') return 'production';
  if (!/^(127\.|::1$|localhost$)/.test(host)) throw new StartupProblem('demoExposed', { host });
  return 'demo';
}

function invalid(variable: string, value: string, expectedDe: string, expectedEn: string): StartupProblem {
  return new StartupProblem('configurationInvalid', { variable, value, expectedDe, expectedEn });
}
