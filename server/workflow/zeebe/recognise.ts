import type { Id } from '../../contract/views.js';
import type { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { Database } from '../../platform/postgres/database.js';
import { listMandanten } from '../../platform/postgres/mandanten.js';
import { isFailure, type Gateway } from './gateway.js';
import { markerIsOld, markerOf, saveMarker } from './store/cluster.store.js';

// Longer than a server that has instances there is ever switched off.
const MARKER_MILLISECONDS = 366 * 86_400_000;
// What began in the last minutes before a backup that is put back later can still be taken for ended; each marker costs
// the cluster some hundred bytes for a year.
const RENEWED_MILLISECONDS = 600_000;
const MARKER = 'laufmappe.marker';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Whether a cluster has the state that our rows are about. Each Mandant leaves a marker there: a message whose id the
 * cluster remembers. Asking for it is publishing it once more with no time to live, which leaves nothing behind. A
 * cluster that is recognised gets a new marker, so that an older state of the same cluster is strange too.
 */
export async function recognise({ database, clock }: Parts, gateway: Gateway): Promise<'ours' | 'strange'> {
  const mandanten = await listMandanten(database);
  for (const mandantId of mandanten) {
    const marker = await database.transaction(mandantId, markerOf);
    if (marker !== null && !(await remembers(gateway, mandantId, marker))) return 'strange';
  }
  for (const mandantId of mandanten) await mark({ database, clock }, gateway, mandantId);
  return 'ours';
}

/** Sets a new marker for every Mandant whose last one is older than what has happened since. */
export async function renewMarkers({ database, clock }: Parts, gateway: Gateway): Promise<void> {
  const before = new Date(clock.now().getTime() - RENEWED_MILLISECONDS);
  for (const mandantId of await listMandanten(database)) {
    const old = await database.transaction(mandantId, (queries) => markerIsOld(queries, before));
    if (old) await mark({ database, clock }, gateway, mandantId);
  }
}

async function remembers(gateway: Gateway, mandantId: Id, marker: Id): Promise<boolean> {
  try {
    await gateway.publishMessage(message(mandantId, marker, 0));
    return false;
  } catch (error) {
    if (isFailure(error, 'exists')) return true;
    throw error;
  }
}

/** The cluster first: a marker that only it has does no harm. */
async function mark({ database, clock }: Parts, gateway: Gateway, mandantId: Id): Promise<void> {
  const marker = newId();
  await gateway.publishMessage(message(mandantId, marker, MARKER_MILLISECONDS));
  await database.transaction(mandantId, (queries) => saveMarker(queries, mandantId, marker, clock.now()));
}

function message(mandantId: Id, marker: Id, ttlMs: number) {
  return { name: MARKER, correlationKey: mandantId, messageId: marker, ttlMs, variables: {} };
}
