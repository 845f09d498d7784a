import type { Transaction } from '../../platform/transaction.js';
import { migrate, type Migrated } from './advance/migrate.js';
import type { EngineParts } from './engine-parts.js';
import { settle } from './execute.js';
import type { Effect, Key } from './state.js';
import type { InstanceRow } from './store/instance.store.js';
import { moveWait, renameElement } from './store/migration.store.js';
import { surroundingsOf } from './surroundings-of.js';

/** Moves a locked instance to another definition, or finds out whether it could be moved. */
export async function migrateInstance(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  definitionKey: Key,
  mapping: Readonly<Record<string, string>>,
  purpose: 'check' | 'migrate',
): Promise<Migrated> {
  const { state: before } = instance;
  const from = await parts.models.of(tx, instance.definitionKey);
  const target = await parts.models.of(tx, definitionKey);
  const around = await surroundingsOf(tx, parts.models, target, before.parent);
  const migrated = migrate(from.model, target.model, before, mapping, around);
  if (migrated.kind === 'refused' || purpose === 'check') return migrated;
  const { state, effects } = migrated;
  const command = { kind: 'migrate', mapping } as const;
  for (const effect of effects) await moveRows(tx, effect);
  const log = { firstKey: around.firstKey, definitionKey, at: around.now, command };
  await settle(tx, parts, { instance: { ...instance, definitionKey, state }, before, effects, deployed: target, log });
  return migrated;
}

async function moveRows(tx: Transaction, effect: Effect): Promise<void> {
  if (effect.kind === 'elementMigrated') await renameElement(tx, effect.key, effect.elementId);
  if (effect.kind === 'waitMoved') await moveWait(tx, effect.elementKey, effect.from, effect.to);
}
