import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.js';

/** Zeebe 8.5.8 is compiled for Java 21; with 17 it ends with "class file version 65.0". */
export const NEEDED_JAVA = 21;

/**
 * Looks for a JDK (compiler included) of 21 or later: ZEEBE_JAVA_HOME, JAVA_HOME, the folder of the distribution, PATH.
 *
 * @returns its home
 * @throws Error that lists what was found instead
 */
export async function findJdk(): Promise<string> {
  const found: string[] = [];
  for (const home of await candidates()) {
    const version = await versionOf(home);
    if (version >= NEEDED_JAVA) return home;
    if (version > 0) found.push(`${home || 'PATH'}: Java ${version}`);
  }
  throw new Error(
    `Zeebe needs a JDK of ${NEEDED_JAVA} or later; found: ${found.join(', ') || 'none'}. Install one and name it in ZEEBE_JAVA_HOME.`,
  );
}

/** Empty: whatever PATH has. */
export function javaTool(home: string, tool: 'java' | 'javac' | 'jar'): string {
  return home === '' ? tool : join(home, 'bin', tool);
}

async function candidates(): Promise<string[]> {
  const named = ['ZEEBE_JAVA_HOME', 'JAVA_HOME'].map((name) => process.env[name]?.trim() ?? '').filter(Boolean);
  const folder = '/usr/lib/jvm';
  const installed = await readdir(folder).catch(() => []);
  return [...named, ...installed.sort().map((name) => join(folder, name)), ''];
}

/** Asks the compiler, since a runtime alone cannot build the exporter. */
async function versionOf(home: string): Promise<number> {
  const text = await runCommand(javaTool(home, 'javac'), ['-version']).catch(() => '');
  return Number(/javac (\d+)/.exec(text)?.[1] ?? 0);
}
