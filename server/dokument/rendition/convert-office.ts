import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { guardArchive } from '../../posteingang/examination/guard-archive.js';
import { runLimited } from '../../platform/run-limited.js';
import { beginsAs, type OfficeKind } from './office-kinds.js';

/** A letter takes 2.5 s, 400 pages about 20; a file that needs longer is built to need longer. */
const TIME_LIMIT_MILLISECONDS = 90_000;
/** Address space, not memory: LibreOffice maps 1.5 GB before it has read anything. */
const MEMORY_LIMIT = 4_000_000_000;
/** As large as a PDF may be that comes in by itself. */
const LARGEST_RESULT = 250_000_000;
/** Larger office files are pictures in disguise; the original is offered as always. */
const LARGEST_FILE = 100_000_000;

export type Converted =
  | { readonly kind: 'done'; readonly path: string }
  | { readonly kind: 'failed'; readonly cause: 'broken' | 'tooLarge' | 'time' }
  /** Says nothing about the file: try again. */
  | { readonly kind: 'unavailable' };

/**
 * Makes a PDF/A-2b of an office file. Its macros do not run, what it links to is not loaded.
 * @param folder empty, of this conversion alone; the caller removes it
 */
export async function convertOffice(
  program: string,
  path: string,
  kind: OfficeKind,
  folder: string,
): Promise<Converted> {
  const { size } = await stat(path);
  if (size > LARGEST_FILE) return { kind: 'failed', cause: 'tooLarge' };
  if (!beginsAs(kind, await startOf(path))) return { kind: 'failed', cause: 'broken' };
  if (kind.magic === 'zip') {
    const { objection } = await guardArchive(path, size);
    if (objection) return { kind: 'failed', cause: objection === 'archive.damaged' ? 'broken' : 'tooLarge' };
  }
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  const options = { SelectPdfVersion: { type: 'long', value: '2' }, UseTaggedPDF: { type: 'boolean', value: 'true' } };
  const end = await runLimited({
    program,
    parameters: [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nolockcheck', '--nofirststartwizard', '--nodefault'],
      ...['--convert-to', `pdf:${kind.filter}:${JSON.stringify(options)}`, '--outdir', folder, path],
    ],
    folder,
    limits: { milliseconds: TIME_LIMIT_MILLISECONDS, memoryBytes: MEMORY_LIMIT, fileBytes: LARGEST_RESULT },
  });
  if (end.kind === 'unavailable') return { kind: 'unavailable' };
  if (end.kind === 'time') return { kind: 'failed', cause: 'time' };
  // It exits with 0 for a file that it could not read: only what it has written counts.
  const result = path.replace(/\.[a-z]+$/, '.pdf');
  return (await isArchivePdf(result)) ? { kind: 'done', path: result } : { kind: 'failed', cause: 'broken' };
}

async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Begins as a PDF, ends as one, and says of itself that it is PDF/A-2 (ISO 19005-2, 6.6.4; that packet is never compressed). */
async function isArchivePdf(path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) return false;
  return bytes.subarray(-1_024).includes('%%EOF') && /pdfaid:part(>|=['"])2/.test(bytes.toString('latin1'));
}

/** Nothing of a file runs and nothing that it names is fetched, neither from the network nor from this machine's disk. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`;
