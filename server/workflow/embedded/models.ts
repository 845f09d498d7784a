import type { Queries } from '../../platform/postgres/database.js';
import { compile } from './compile.js';
import { createDecisions, type Decisions } from './decisions.js';
import type { Model } from './model.js';
import type { Key } from './state.js';
import { findDefinition } from './store/definition.store.js';

/** A model in force, or once in force. */
export interface DeployedModel {
  readonly model: Model;
  readonly definitionKey: Key;
  readonly version: number;
  /** Versions that its call activities start, where they were deployed before it. */
  readonly pinned: Readonly<Record<string, Key>>;
}

/** Compiled models by definition. A definition never changes, so a model is compiled once per process (about 10 ms). */
export interface Models {
  of(queries: Queries, definitionKey: Key): Promise<DeployedModel>;
  readonly decisions: Decisions;
}

export function createModels(): Models {
  const compiled = new Map<Key, DeployedModel>();
  return {
    decisions: createDecisions(),
    of: async (queries, definitionKey) => {
      const known = compiled.get(definitionKey);
      if (known) return known;
      const { processId, text, version, pinned } = await findDefinition(queries, definitionKey);
      const result = await compile(text);
      const model = result.kind === 'compiled' && result.models.find((one) => one.processId === processId);
      // It passed the same check when it was deployed.
      if (!model) throw new Error(`Definition ${definitionKey} does not compile any more`);
      const deployed = { model, definitionKey, version, pinned };
      compiled.set(definitionKey, deployed);
      return deployed;
    },
  };
}
