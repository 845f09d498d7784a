import { minio } from './minio.js';
import { postgres } from './postgres.js';
import type { RealServer, RunningServer } from './real-server.js';
import { versitygw } from './versitygw.js';
import { zeebe } from './zeebe.js';

/** Every server of the full profile; the table of `npm run stack` lists them in this order. */
export const SERVERS = { postgres, minio, zeebe, versitygw } satisfies Record<string, RealServer>;

export type ServerName = keyof typeof SERVERS;

export interface RunningStack {
  readonly servers: readonly { readonly plan: RealServer; readonly running: RunningServer }[];
  /** For `npm start` and the tests: PostgreSQL, the first S3 server, Zeebe. */
  readonly environment: Readonly<Record<string, string>>;
  /** In the reverse order of the start. */
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Which data folder: tests and `npm run stack` do not share one. */
  readonly instance?: string;
  /** `fresh` begins with nothing and leaves nothing. */
  readonly data?: 'kept' | 'fresh';
  readonly say?: (sentence: string) => void;
}

/**
 * Starts servers one after the other, since each takes both cores of a small machine while it starts.
 *
 * @throws Error of the first that cannot be had; those before it are stopped again
 */
export async function startStack(
  names: readonly ServerName[],
  { instance = 'stack', data = 'kept', say = () => undefined }: StackOptions = {},
): Promise<RunningStack> {
  const servers: { plan: RealServer; running: RunningServer }[] = [];
  const stop = async () => {
    for (const { plan, running } of servers.splice(0).reverse()) {
      await running.stop();
      if (data === 'fresh') await plan.wipe(instance);
    }
  };
  try {
    for (const name of names) {
      const plan = SERVERS[name];
      say(`${plan.name} ${plan.version} …`);
      await plan.install();
      if (data === 'fresh') await plan.wipe(instance);
      servers.push({ plan, running: await plan.start({ instance }) });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  // Earlier ones win: MinIO is the reference, versitygw runs beside it.
  const environment = Object.assign({}, ...servers.map(({ running }) => running.environment).reverse()) as Record<
    string,
    string
  >;
  return { servers: [...servers], environment, stop };
}
