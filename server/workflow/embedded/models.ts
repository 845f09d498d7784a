import type { Queries } from '../../platform/postgres/database.js';
import { compile } from './compile.js';
import type { Model } from './model.js';
import type { Key } from './state.js';
import { definitionText } from './store/definition.store.js';

/** Compiled models by definition. A definition never changes, so a model is compiled once per process (about 10 ms). */
export interface Models {
  of(queries: Queries, definitionKey: Key): Promise<Model>;
}

export function createModels(): Models {
  const compiled = new Map<Key, Model>();
  return {
    of: async (queries, definitionKey) => {
      const known = compiled.get(definitionKey);
      if (known) return known;
      const result = await compile(await definitionText(queries, definitionKey));
      // It passed the same check when it was deployed.
      if (result.kind === 'refused') throw new Error(`Definition ${definitionKey} does not compile any more`);
      compiled.set(definitionKey, result.model);
      return result.model;
    },
  };
}
