import type { Rejection } from './rejections.js';
import type { Id, Instant, SessionView } from './views.js';

/** `GET /api/sign-in/ways` before the sign-in: how people can sign in besides an account of our own. */
export interface SignInWays {
  directories: { id: string; name: string; kind: 'openid' | 'ldap' }[];
  /** Why somebody has come back from a directory without being signed in. */
  refusal: Rejection | null;
}

/** Answer of `POST /api/sign-in` and of the second step after it. */
export type SignInAnswer = SessionView | SecondStep;

/** The password was right; what is needed before anything else. */
export interface SecondStep {
  secondFactor: 'code' | 'enrol';
}

/** What an authenticator app needs; shown once, never kept in the clear. */
export interface EnrolmentView {
  /** Base 32, for apps without a camera. */
  secret: string;
  /** `otpauth://…`, for the QR code. */
  uri: string;
}

/** Shown once; each is worth one sign-in. */
export interface RecoveryCodes {
  recoveryCodes: readonly string[];
}

/** After the sign-out: where the provider wants to hear of it too. */
export interface SignOutAnswer {
  leaveTo: string | null;
}

/** `GET /api/account`: how the person signs in. */
export interface AccountView {
  /** Whether there is a password of ours. */
  password: boolean;
  secondFactor: { since: Instant; codes: number } | null;
  /** Whether the roles of the person need one. */
  rule: 'required' | 'free';
  links: { id: Id; name: string; since: Instant }[];
  /** Directories that the account can be connected with. */
  connectable: { id: string; name: string }[];
}
