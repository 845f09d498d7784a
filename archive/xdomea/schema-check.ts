import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
  type ErrorDetail,
} from 'libxml2-wasm';
import { finding, type Finding } from '../findings/finding.js';
import type { XdomeaVersion } from './versions.js';

/** The schema's verdict as a second opinion. Our own check does not need it; an administrator may add it. */
export interface SchemaCheck {
  /** Findings of the schema of that version; an empty list means valid. */
  readonly check: (version: XdomeaVersion, xml: Uint8Array) => readonly Finding[];
  /** Releases the compiled schemas. WebAssembly memory is not collected by itself. */
  readonly dispose: () => void;
}

// The entry point of the message group of 0501 to 0515; it includes all others.
const AUSSONDERUNG = 'xdomea-Nachrichten-AussonderungDurchfuehren.xsd';
// Flags of an enum add up to a number that TypeScript does not take for the enum any more.
const NETWORK_OFF = (ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE) as ParseOption;

/**
 * Opens a schema directory with one folder per version (`3.1.0`, …) and the folder `xoev` beside them.
 * All schema files are read once and served to libxml2 from memory under addresses of our own: includes resolve, and
 * neither disk nor network can be reached by what a schema or a message says.
 * @param group file of a message group that includes all others
 */
export async function openSchemaCheck(directory: string, group = AUSSONDERUNG): Promise<SchemaCheck> {
  const schemas = await serve(directory, group);
  const validators = new Map<XdomeaVersion, XsdValidator>();
  return {
    check: (version, xml) => {
      const known = validators.get(version) ?? compile(schemas, version);
      if ('kind' in known) return [known];
      validators.set(version, known);
      return validate(version, xml, known);
    },
    dispose: () => {
      for (const validator of validators.values()) validator.dispose();
      validators.clear();
      schemas.release();
    },
  };
}

/** The files of one schema directory, by the address under which libxml2 sees them. */
interface Schemas {
  readonly base: string;
  /** File of the message group. */
  readonly group: string;
  readonly entry: (version: XdomeaVersion) => Uint8Array | undefined;
  readonly release: () => void;
}

const provider = new XmlBufferInputProvider({});
let registration: 'pending' | 'done' = 'pending';
let opened = 0;

async function serve(directory: string, group: string): Promise<Schemas> {
  // libxml2 keeps a short, process-wide table of providers: one serves all schema directories.
  if (registration === 'pending') xmlRegisterInputProvider(provider);
  registration = 'done';
  opened += 1;
  const base = `laufmappe-schema://set-${opened}/`;
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(directory, { recursive: true })) {
    if (name.endsWith('.xsd')) files.set(base + name.replaceAll(sep, '/'), await readFile(join(directory, name)));
  }
  for (const [address, bytes] of files) provider.addBuffer(address, bytes);
  return {
    ...{ base, group },
    entry: (version) => files.get(`${base}${version}/${group}`),
    release: () => [...files.keys()].forEach((address) => provider.removeBuffer(address)),
  };
}

function compile(schemas: Schemas, version: XdomeaVersion): XsdValidator | Finding {
  const entry = schemas.entry(version);
  const { group } = schemas;
  const place = { path: `${version}/${group}` };
  if (entry === undefined) return finding('message.schemaMissing', place, { version, reason: group });
  try {
    // The address makes relative includes resolve to our provider.
    const document = XmlDocument.fromBuffer(entry, { url: `${schemas.base}${version}/${group}`, option: NETWORK_OFF });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return finding('message.schemaMissing', place, {
      version,
      reason: error.details[0]?.message.trim() ?? error.message,
    });
  }
}

function validate(version: XdomeaVersion, xml: Uint8Array, validator: XsdValidator): readonly Finding[] {
  try {
    const document = XmlDocument.fromBuffer(xml, { option: NETWORK_OFF });
    try {
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const details = error.details.length > 0 ? error.details : [{ message: error.message, line: 0 }];
    return details.map((detail) => refused(version, detail));
  }
}

function refused(version: XdomeaVersion, detail: Pick<ErrorDetail, 'message' | 'line' | 'xpath'>): Finding {
  const place = { path: detail.xpath ?? '/', line: detail.line };
  return finding('message.schema', place, { version, reason: detail.message.trim() });
}
