import { mkdir, rm } from 'node:fs/promises';
import { provideGoBinary, type GoPackage } from './go-binary.js';
import type { RealServer } from './real-server.js';
import { makeBucket, placeOn, s3Environment } from './s3-keys.js';
import { answers, freePort, startChild } from './server-child.js';
import { stackPath } from './stack-folder.js';

export interface S3ServerPlan {
  readonly name: string;
  readonly version: string;
  readonly source: GoPackage;
  /** Folders of its data, made before it starts. */
  readonly folders: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Path that answers as soon as it serves. */
  readonly health: string;
  /** @param folder the place of one of its folders */
  arguments(address: string, folder: (name: string) => string): readonly string[];
}

/** An S3 server that is built with Go, started on loopback and given a bucket with object lock. */
export function s3Server(plan: S3ServerPlan): RealServer {
  const home = (instance: string) => `${plan.name.toLowerCase()}-${instance}`;
  return {
    name: plan.name,
    version: plan.version,
    install: async () => {
      await provideGoBinary(plan.source);
    },
    start: async ({ port: wanted, instance = 'stack' } = {}) => {
      const command = await provideGoBinary(plan.source);
      const address = `127.0.0.1:${wanted || (await freePort())}`;
      const endpoint = `http://${address}`;
      const folder = (name: string) => stackPath('data', home(instance), name);
      await Promise.all(plan.folders.map((name) => mkdir(folder(name), { recursive: true })));
      const child = await startChild({
        command,
        arguments: plan.arguments(address, folder),
        environment: plan.environment,
        logFile: folder('log'),
        isReady: () => answers(`${endpoint}${plan.health}`),
        patienceMilliseconds: 60_000,
      });
      const place = placeOn(endpoint, 'laufmappe');
      await makeBucket(place);
      return { ...child, address: endpoint, environment: s3Environment(place) };
    },
    wipe: (instance) => rm(stackPath('data', home(instance)), { recursive: true, force: true }),
  };
}
