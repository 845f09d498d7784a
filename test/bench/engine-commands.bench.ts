import type { CommandsMeasured } from './engine/embedded-commands.js';
import { rounded, type Figure } from './figure.js';
import { measureInChild } from './in-child.js';
import { onZeebe } from './zeebe-or-why.js';

/** Instances of four commands; a tenth more run before them. */
const LOAD = { count: 2_000, inFlight: 64 };
const MEGABYTE = 1024 ** 2;

/** Durable commands per second, and the memory that they take: our engine and a real Zeebe under the same load. */
export async function benchCommands(): Promise<Figure[]> {
  const ours = await measureInChild<CommandsMeasured>('engine/embedded-commands.ts', LOAD);
  const zeebe = await onZeebe(() => measureInChild<CommandsMeasured>('engine/zeebe-commands.ts', LOAD));
  const peer = zeebe.kind === 'measured' ? zeebe.measured : null;
  const why = zeebe.kind === 'none' ? zeebe.why : '';
  const name = 'Zeebe 8.5.8, one broker, one partition, no exporter, through zeebe-node';
  return [
    {
      id: 'engine.commands-vs-zeebe',
      value: rounded(ours.perSecond),
      unit: 'durable commands/s, three service tasks, 64 in flight',
      ratio: peer && rounded(ours.perSecond / peer.perSecond),
      against: peer ? `${name}: ${rounded(peer.perSecond)} commands/s` : why,
      n: LOAD.count * 4,
    },
    {
      id: 'engine.rss-vs-zeebe',
      value: rounded(ours.rss / MEGABYTE),
      unit: 'MB by which the engine and its load let the process grow',
      ratio: peer && rounded(ours.rss / peer.rss),
      against: peer ? `its JVM after the same load: ${rounded(peer.rss / MEGABYTE)} MB` : why,
      n: 1,
    },
  ];
}
