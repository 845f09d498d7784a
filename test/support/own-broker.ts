import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { stackPath } from '../stack/stack-folder.js';
import { zeebe, type RunningZeebe } from '../stack/zeebe.js';

/** A broker that belongs to one spec file, so that it may be killed, frozen and wiped. */
export interface OwnBroker {
  readonly address: string;
  /** SIGKILL, as if the power went. */
  kill(): Promise<void>;
  /** Starts it again where it was, on the data that it left. */
  start(environment?: Readonly<Record<string, string>>): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Takes its data away, or puts back what was taken; only while it does not run. */
  takeData(): Promise<void>;
  putDataBack(): Promise<void>;
  /** Keys of the instances of a process that it has ever begun, by its own records. */
  begun(processId: string): Promise<Set<string>>;
  close(): Promise<void>;
}

export async function openOwnBroker(instance: string): Promise<OwnBroker> {
  await zeebe.wipe(instance);
  let running: RunningZeebe | null = await zeebe.start({ instance });
  const { address, environment } = running;
  const port = Number(address.split(':')[1]);
  const [data, aside] = [stackPath('data', `zeebe-${instance}`), stackPath('data', `zeebe-${instance}-aside`)];
  return {
    address,
    kill: async () => {
      await running?.kill();
      running = null;
    },
    start: async (more = {}) => {
      running ??= await zeebe.start({ instance, port, environment: more });
    },
    freeze: () => running?.freeze(),
    thaw: () => running?.thaw(),
    takeData: () => rename(data, aside),
    putDataBack: async () => {
      await rm(data, { recursive: true, force: true });
      await rename(aside, data);
    },
    begun: (processId) => begunInstances(environment['CONFORMANCE_ZEEBE_RECORDS'] ?? '', processId),
    close: async () => {
      await running?.kill();
      await zeebe.wipe(instance);
      await rm(aside, { recursive: true, force: true });
    },
  };
}

async function begunInstances(file: string, processId: string): Promise<Set<string>> {
  const keys = new Set<string>();
  // 100 kB for each instance: too much for one string.
  for await (const line of createInterface({ input: createReadStream(file) })) {
    // A kill may cut a line off; the record comes again.
    if (!line.includes('"ELEMENT_ACTIVATED"') || !line.endsWith('}')) continue;
    const key = /"processInstanceKey":(\d+)/.exec(line)?.[1];
    const root = line.includes('"bpmnElementType":"PROCESS"') && line.includes(`"bpmnProcessId":"${processId}"`);
    if (root && key !== undefined) keys.add(key);
  }
  return keys;
}
