import { mkdir, rm } from 'node:fs/promises';
import type { S3Place } from '../../server/platform/objects/s3-place.js';
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
      const place = placeOn(endpoint, 'laufmappe');
      const child = await startChild({
        command,
        arguments: plan.arguments(address, folder),
        environment: plan.environment,
        logFile: folder('log'),
        // MinIO answers by its health before it serves: 503 for some seconds after a kill.
        isReady: async () => (await answers(`${endpoint}${plan.health}`)) && hasBucket(place),
        patienceMilliseconds: 60_000,
      });
      return { ...child, address: endpoint, environment: s3Environment(place) };
    },
    wipe: (instance) => rm(stackPath('data', home(instance)), { recursive: true, force: true }),
  };
}

/** Whether the server is there and has the bucket, which is made where it is missing. */
async function hasBucket(place: S3Place): Promise<boolean> {
  try {
    await makeBucket(place);
    return true;
  } catch (error) {
    if (/Retryable HTTP status/.test(String(error))) return false;
    throw error;
  }
}
