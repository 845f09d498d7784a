import type { EditorDiscovery, EditorServer } from '../api/editor-server.js';
import { readDiscovery } from './read-discovery.js';

// Keys change every few months, and an unknown one makes us ask again; editors change with a new release of the server.
const KEPT_MILLISECONDS = 12 * 3_600_000;
// While it is away every menu would ask; and whoever sends forged proofs must not make us knock there all the time.
const PAUSE_MILLISECONDS = 60_000;
const TIMEOUT_MILLISECONDS = 10_000;
/** Collabora's discovery has 60 kB. */
const LARGEST_BYTES = 2_000_000;

interface Asked {
  readonly at: number;
  readonly found: EditorDiscovery | null;
}

/** An editor server at this origin; no other address is ever asked, redirections are refused. */
export function createEditorServer(origin: string, now: () => number = Date.now): EditorServer {
  let last: Asked | null = null;
  let running: Promise<EditorDiscovery | null> | null = null;

  const ask = async () => {
    const found = await fetchDiscovery(origin).catch(() => null);
    // What we knew stays good while it is away: a person in the middle of a letter has to be able to save.
    last = { at: now(), found: found ?? last?.found ?? null };
    running = null;
    return last.found;
  };

  return {
    origin,
    discover: (freshness = 'kept') => {
      const age = last ? now() - last.at : Infinity;
      const goodFor = freshness === 'kept' && last?.found ? KEPT_MILLISECONDS : PAUSE_MILLISECONDS;
      if (last && age < goodFor) return Promise.resolve(last.found);
      return (running ??= ask());
    },
  };
}

async function fetchDiscovery(origin: string): Promise<EditorDiscovery> {
  const response = await fetch(`${origin}/hosting/discovery`, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (!response.ok || !response.body) throw new Error(`discovery: ${response.status}`);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > LARGEST_BYTES) throw new Error('discovery: too large');
    pieces.push(piece);
  }
  return readDiscovery(Buffer.concat(pieces).toString('utf8'), origin);
}
