import type { Instant } from './views.js';

/** `GET /api/decisions`: { decisions: DecisionRow[] }; the version in force of each. */
export interface DecisionRow {
  decisionId: string;
  name: string;
  version: number;
  /** The file in which it stands. */
  modelId: string;
  deployedAt: Instant;
  deployedBy: string;
}
