import type { Role } from './permissions.js';
import type { TransferPerson } from './transfer-views.js';
import type { Instant } from './views.js';

/** `GET /api/people`: whose work the asking person may hand on, by name, 100 a page; `q` is a part of the name. */
export interface PeoplePage {
  items: PersonRow[];
  /** Give it as `after` for the next page; null on the last one. */
  next: string | null;
}

export interface PersonRow extends TransferPerson {
  roles: Role[];
  /** How the person signs in; null for whoever may not reset a second factor. */
  signIn: SignInFacts | null;
}

export interface SignInFacts {
  /** Whether there is a password of ours. */
  password: boolean;
  /** How many directories know the person. */
  directories: number;
  secondFactorSince: Instant | null;
}
