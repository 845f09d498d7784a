import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { fakeVault, type FakeVault } from '../../test/support/fake-vault.js';
import { closedAt, setFrist, sperreOn } from '../../test/support/retention.js';
import { liftSperre } from './lift-sperre.js';
import { protectionHandlers } from './protect-objects.js';
import { reconcileProtection } from './reconcile-protection.js';

let bench: ActBench;
let vault: FakeVault;

beforeEach(async () => {
  bench = await openActBench();
  vault = fakeVault(bench.objects);
});
afterEach(() => bench.close());

const TOPIC = 'aussonderung.protectObjects';

/** Does every follow-up that waits, each in a transaction of its own, as the outbox does. */
async function follow(): Promise<void> {
  for (let [next] = await waiting(); next; [next] = await waiting()) {
    const { id, payload } = next;
    const handler = protectionHandlers(vault)[TOPIC];
    await bench.runner.transaction(bench.system, async (tx) => {
      await handler?.(tx, payload, '');
      await tx.query(`UPDATE outbox SET done_at = now() WHERE id = $1`, [id]);
      return {};
    });
  }
}

const waiting = () =>
  bench.sql<{ id: string; payload: object }>(
    `SELECT id, payload FROM outbox WHERE topic = $1 AND done_at IS NULL ORDER BY id LIMIT 1`,
    [TOPIC],
  );

const hashOf = async (dokumentId: string) => {
  const [row] = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM dokument_version WHERE dokument_id = $1`, [
    dokumentId,
  ]);
  return row!.sha256;
};

const reconcile = () => reconcileProtection({ ...bench, objects: vault });
const lift = (sperreId: string) =>
  bench.perform('ruth.lindqvist', liftSperre, { sperreId, reason: 'Urteil ist rechtskräftig' });

describe('protectObjects', () => {
  it('leaves a store alone that cannot protect, and the Sperre holds in the records', async () => {
    const { vorgangId } = await closedAt(bench);
    await sperreOn(bench, 'vorgang', vorgangId);
    vault.support = 'unsupported';
    await follow();
    expect(await bench.sql('SELECT FROM object_protection')).toEqual([]);
    expect(await reconcile()).toEqual({ checked: 0, repaired: 0, differing: 0 });
  });

  it('F81 keeps the bytes until the Aufbewahrungsende, and for longer when the period grows', async () => {
    const { vorgangId, dokumentId } = await closedAt(bench);
    await follow();
    const sha256 = await hashOf(dokumentId);
    expect(vault.states.get(sha256)).toEqual({ held: false, until: new Date('2036-12-31T22:00:00Z') });
    done(await setFrist(bench, vorgangId, { jahre: 30 }));
    await follow();
    expect(vault.states.get(sha256)?.until).toEqual(new Date('2056-12-31T22:00:00Z'));
  });

  it('F81 keeps bytes without an end ten years ahead, and moves that on', async () => {
    const { vorgangId, dokumentId } = await closedAt(bench);
    done(await setFrist(bench, vorgangId, { jahre: 'unlimited' }));
    await follow();
    const sha256 = await hashOf(dokumentId);
    expect(vault.states.get(sha256)?.until).toEqual(new Date('2036-12-31T22:00:00Z'));
    bench.clock.advance(366 * 86_400_000);
    await reconcile();
    expect(vault.states.get(sha256)?.until).toEqual(new Date('2037-12-31T22:00:00Z'));
  });

  it('F81 mirrors a Sperre, and takes it off only when no other one is left', async () => {
    const { akteId, vorgangId, dokumentId } = await closedAt(bench);
    const sperren = [await sperreOn(bench, 'akte', akteId), await sperreOn(bench, 'vorgang', vorgangId)];
    await follow();
    const sha256 = await hashOf(dokumentId);
    expect(vault.states.get(sha256)?.held).toBe(true);
    done(await lift(sperren[0]!));
    await follow();
    expect(vault.states.get(sha256)?.held).toBe(true);
    done(await lift(sperren[1]!));
    await follow();
    expect(vault.states.get(sha256)?.held).toBe(false);
  });

  it('F81 keeps the hold while another Vorgang with the same bytes is under a Sperre', async () => {
    const [one, other] = [await closedAt(bench), await closedAt(bench)];
    const sha256 = await hashOf(one.dokumentId);
    expect(await hashOf(other.dokumentId)).toBe(sha256);
    const sperre = await sperreOn(bench, 'vorgang', one.vorgangId);
    await sperreOn(bench, 'vorgang', other.vorgangId);
    await follow();
    done(await lift(sperre));
    await follow();
    expect(vault.states.get(sha256)?.held).toBe(true);
  });

  it('asks the store for nothing that it was told already', async () => {
    const { vorgangId } = await closedAt(bench);
    await sperreOn(bench, 'vorgang', vorgangId);
    await follow();
    const asked = vault.asked;
    await sperreOn(bench, 'vorgang', vorgangId);
    await follow();
    expect(vault.asked).toBe(asked);
  });

  it('F81 tells the store again what it has lost, and the health about what it does not take', async () => {
    const { vorgangId, dokumentId } = await closedAt(bench);
    await sperreOn(bench, 'vorgang', vorgangId);
    await follow();
    const sha256 = await hashOf(dokumentId);
    expect(await reconcile()).toEqual({ checked: 1, repaired: 0, differing: 0 });
    vault.states.delete(sha256);
    expect(await reconcile()).toEqual({ checked: 1, repaired: 1, differing: 0 });
    expect(vault.states.get(sha256)?.held).toBe(true);
    vault.states.delete(sha256);
    vault.deaf = true;
    expect(await reconcile()).toEqual({ checked: 1, repaired: 0, differing: 1 });
    expect(await bench.sql('SELECT state FROM object_protection')).toEqual([{ state: 'differs' }]);
    vault.deaf = false;
    expect(await reconcile()).toEqual({ checked: 1, repaired: 1, differing: 0 });
    expect(await bench.sql('SELECT state FROM object_protection')).toEqual([{ state: 'told' }]);
  });

  it('F81 finds what nobody told: a follow-up that was lost', async () => {
    const { vorgangId, dokumentId } = await closedAt(bench);
    await sperreOn(bench, 'vorgang', vorgangId);
    await bench.sql(`UPDATE outbox SET done_at = now()`);
    await reconcile();
    expect(vault.states.get(await hashOf(dokumentId))).toEqual({
      held: true,
      until: new Date('2036-12-31T22:00:00Z'),
    });
  });
});
