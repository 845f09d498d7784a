import type { Permission, Role } from './permissions.js';
import type { Day, Id, Instant } from './views.js';

/** `GET /api/tokens`: the newest 200, living ones first, and what a new one may be given. */
export interface TokenList {
  items: TokenView[];
  units: { id: Id; name: string }[];
}

export interface TokenView {
  id: Id;
  /** Name of the system, as it stands in the Protokoll. */
  name: string;
  unit: string;
  roles: Role[];
  /** What it may do, of what its roles may. */
  scopes: Permission[];
  createdAt: Instant;
  createdBy: string;
  /** Its last day. */
  expiresOn: Day;
  revokedAt: Instant | null;
  /** To the minute. */
  lastUsedAt: Instant | null;
}
