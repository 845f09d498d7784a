import type { QuestionPort, QuestionTarget } from '../api/question-port.js';
import { askHttpJson } from './ask-http-json.js';

/** Asks the systems of a list, and no other. */
export function createHttpJson(targets: readonly QuestionTarget[]): QuestionPort {
  const byName = new Map(targets.map((target) => [target.name, target]));
  return { find: (name) => byName.get(name) ?? null, ask: askHttpJson };
}
