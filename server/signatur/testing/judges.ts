import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Judge = 'openssl' | 'pdfsig' | 'pdftoppm' | 'pdftotext' | 'pdffonts' | 'qpdf';

/**
 * A describe block that needs an independent program. Without it the block is reported as skipped, by name; in CI a
 * missing judge is a failure, because a skip there would hide that no one judged.
 */
export function describeWithJudges(name: string, judges: readonly Judge[], tests: () => void): void {
  const missing = judges.filter((judge) => spawnSync(judge, ['--help']).error !== undefined);
  if (missing.length === 0) {
    describe(name, tests);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it(`finds ${missing.join(', ')}`, () => {
        throw new Error(`${missing.join(', ')} is not installed; in CI these tests may not be skipped`);
      });
    });
  } else {
    describe.skip(`${name} (${missing.join(', ')} is not installed)`, tests);
  }
}

/** Runs a judge in a folder of its own that holds `files`. */
export function askJudge(
  judge: Judge,
  parameters: readonly string[],
  files: Readonly<Record<string, Uint8Array>>,
): SpawnSyncReturns<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'laufmappe-judge-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return spawnSync(judge, parameters, { cwd: folder, timeout: 20_000, maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What openssl says about a detached CMS: its stderr, and whether it verified. Dates are not its business here. */
export function opensslVerifies(content: Uint8Array, cms: Uint8Array, root: Uint8Array): { ok: boolean; said: string } {
  const parameters = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'cms', '-content', 'content'];
  const trust = ['-CAfile', 'root.pem', '-purpose', 'any', '-cades', '-no_check_time', '-out', 'out'];
  const files = { content, cms, 'root.pem': Buffer.from(pem(root)) };
  const answer = askJudge('openssl', [...parameters, ...trust], files);
  return { ok: answer.status === 0, said: answer.stderr.toString() };
}

export function pem(certificate: Uint8Array): string {
  const lines = Buffer.from(certificate).toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
