import { mkdir, rm } from 'node:fs/promises';
import type { RealServer, RunningServer, StartOptions } from './real-server.js';
import { answers, freePort, startChild, type ServerChild } from './server-child.js';
import { stackPath } from './stack-folder.js';
import { provideZeebe, ZEEBE_VERSION, type ZeebeInstallation } from './zeebe-install.js';

export type RunningZeebe = RunningServer & Pick<ServerChild, 'freeze' | 'thaw'>;

/** A broker with its gateway in one process, a clock that tests can move, and its records as lines in a file. */
export const zeebe: RealServer<RunningZeebe> = {
  name: 'Zeebe',
  version: ZEEBE_VERSION,
  install: async () => {
    await provideZeebe();
  },
  start: async (options = {}) => startBroker(await provideZeebe(), options),
  wipe: (instance) => rm(stackPath('data', `zeebe-${instance}`), { recursive: true, force: true }),
};

async function startBroker(
  installation: ZeebeInstallation,
  { port: wanted, instance = 'stack', records: kept = 'exported', environment = {} }: StartOptions,
): Promise<RunningZeebe> {
  const port = wanted || (await freePort());
  const folder = (name: string) => stackPath('data', `zeebe-${instance}`, name);
  await mkdir(folder('broker'), { recursive: true });
  const management = await freePort();
  const records = folder('records.jsonl');
  const child = await startChild({
    command: `${installation.folder}/bin/broker`,
    arguments: [],
    environment: {
      ...(await network(port, management)),
      ...economy(folder('broker')),
      ...(kept === 'exported' ? exporter(installation.exporterJar, records) : {}),
      ...(installation.javaHome === '' ? {} : { JAVA_HOME: installation.javaHome }),
      JAVA_OPTS: '-Xms64m -Xmx512m -XX:+UseSerialGC',
      LD_PRELOAD: installation.preload,
      ZEEBE_CLOCK_CONTROLLED: 'true',
      ...environment,
    },
    logFile: folder('log'),
    // The address for readiness says yes four seconds before a command is taken.
    isReady: () => answers(`http://127.0.0.1:${management}/actuator/partitions`, '"streamProcessorPhase":"PROCESSING"'),
    patienceMilliseconds: 120_000,
  });
  const address = `127.0.0.1:${port}`;
  return {
    ...child,
    address,
    environment: {
      ZEEBE_ADDRESS: address,
      LAUFMAPPE_TEST_ZEEBE: address,
      CONFORMANCE_ZEEBE: address,
      CONFORMANCE_ZEEBE_HTTP: `http://127.0.0.1:${management}`,
      CONFORMANCE_ZEEBE_RECORDS: records,
    },
    stop: async () => {
      // Without a snapshot the next start reads the whole log again.
      await fetch(`http://127.0.0.1:${management}/actuator/partitions/takeSnapshot`, { method: 'POST' }).catch(
        () => null,
      );
      await child.stop();
    },
  };
}

async function network(gateway: number, management: number): Promise<Record<string, string>> {
  const [rest, command, internal] = [await freePort(), await freePort(), await freePort()];
  return {
    ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
    SERVER_ADDRESS: '127.0.0.1',
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(gateway),
    SERVER_PORT: String(rest),
    MANAGEMENT_SERVER_PORT: String(management),
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(command),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(internal),
  };
}

/** One partition and small buffers; the defaults are for a cluster, and stop at 1 GB of free disk. */
function economy(dataFolder: string): Record<string, string> {
  return {
    ZEEBE_BROKER_DATA_DIRECTORY: dataFolder,
    ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '16MB',
    ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING: '200MB',
    ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION: '100MB',
    ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT: '64MB',
    ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT: '1',
    ZEEBE_BROKER_THREADS_CPUTHREADCOUNT: '2',
    ZEEBE_BROKER_THREADS_IOTHREADCOUNT: '2',
  };
}

function exporter(jar: string, file: string): Record<string, string> {
  return {
    ZEEBE_BROKER_EXPORTERS_LINES_CLASSNAME: 'de.laufmappe.stack.RecordLines',
    ZEEBE_BROKER_EXPORTERS_LINES_JARPATH: jar,
    ZEEBE_BROKER_EXPORTERS_LINES_ARGS_FILE: file,
  };
}
