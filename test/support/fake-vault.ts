import type { ProtectingStore } from '../../server/aussonderung/protect-objects.js';
import type { ObjectProtection, ObjectStore } from '../../server/platform/objects/object-store.js';

/** Stands for a bucket with object lock where a test needs one that forgets or does not listen; the real ones are in test/stack. */
export interface FakeVault extends ProtectingStore {
  readonly states: Map<string, ObjectProtection>;
  support: 'supported' | 'unsupported';
  /** Says that it has locked, and has not. */
  deaf: boolean;
  /** How often it was told something. */
  asked: number;
}

export function fakeVault(objects: Pick<ObjectStore, 'stat'>): FakeVault {
  const states = new Map<string, ObjectProtection>();
  const told = (sha256: string, change: Partial<ObjectProtection>): Promise<'locked' | 'unsupported'> => {
    if (vault.support === 'unsupported') return Promise.resolve('unsupported');
    vault.asked += 1;
    if (!vault.deaf) states.set(sha256, { held: false, until: null, ...states.get(sha256), ...change });
    return Promise.resolve('locked');
  };
  const vault: FakeVault = {
    states,
    support: 'supported',
    deaf: false,
    asked: 0,
    stat: (sha256) => objects.stat(sha256),
    hold: (sha256, state) => told(sha256, { held: state === 'on' }),
    retain: (sha256, until) => told(sha256, { until }),
    protection: async (sha256) => {
      if (vault.support === 'unsupported') return 'unsupported';
      if ((await objects.stat(sha256)) === undefined) return 'missing';
      return states.get(sha256) ?? { held: false, until: null };
    },
  };
  return vault;
}
