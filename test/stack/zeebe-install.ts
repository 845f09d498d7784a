import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectPath } from '../../server/platform/project-path.js';
import { findJdk, javaTool } from './java.js';
import { runCommand } from './run-command.js';
import { stackPath } from './stack-folder.js';

export const ZEEBE_VERSION = '8.5.8';
const PACKAGE_SHA256 = '53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4';
const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

export interface ZeebeInstallation {
  readonly javaHome: string;
  readonly folder: string;
  readonly exporterJar: string;
  readonly preload: string;
}

/**
 * Loads the broker by Maven (212 MB), checks its hash, and builds the exporter and the preload for it, once.
 *
 * @throws Error without a JDK of 21, Maven or a C compiler
 */
export async function provideZeebe(): Promise<ZeebeInstallation> {
  const javaHome = await findJdk();
  const folder = stackPath(`zeebe-${ZEEBE_VERSION}`);
  const installation = {
    javaHome,
    folder,
    exporterJar: join(folder, 'record-lines.jar'),
    preload: join(folder, 'loopback.so'),
  };
  const mark = join(folder, 'complete');
  const source = await sourceHash();
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === source) return installation;
  if (!existsSync(join(folder, 'bin', 'broker'))) await unpack(javaHome, folder);
  await buildParts(installation);
  await writeFile(mark, source);
  return installation;
}

async function unpack(javaHome: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const artifact = `io.camunda:camunda-zeebe:${ZEEBE_VERSION}:tar.gz`;
  await runCommand(
    'mvn',
    ['-B', '-q', GOAL, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`, '-Dmdep.overWriteSnapshots=false'],
    javaHome === '' ? {} : { JAVA_HOME: javaHome },
  );
  const archive = join(folder, `camunda-zeebe-${ZEEBE_VERSION}.tar.gz`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(archive), hash);
  const found = hash.digest('hex');
  if (found !== PACKAGE_SHA256) throw new Error(`the package of Zeebe ${ZEEBE_VERSION} has the hash ${found}`);
  await runCommand('tar', ['xzf', archive, '-C', folder, '--strip-components=1']);
  await rm(archive);
}

async function buildParts({ javaHome, folder, exporterJar, preload }: ZeebeInstallation): Promise<void> {
  const classes = join(folder, 'record-lines');
  const sources = projectPath('test/stack/zeebe-parts');
  await runCommand(javaTool(javaHome, 'javac'), [
    ...['-Xlint:none', '--release', '21', '-cp', `${folder}/lib/*`, '-d', classes],
    join(sources, 'RecordLines.java'),
  ]);
  await runCommand(javaTool(javaHome, 'jar'), ['cf', exporterJar, '-C', classes, '.']);
  await runCommand('cc', ['-shared', '-fPIC', '-O2', '-o', preload, join(sources, 'loopback.c'), '-ldl']);
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['RecordLines.java', 'loopback.c']) {
    hash.update(await readFile(projectPath(`test/stack/zeebe-parts/${name}`)));
  }
  return hash.digest('hex');
}
