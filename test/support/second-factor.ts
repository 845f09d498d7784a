import { randomBytes } from 'node:crypto';
import { confirmSecondFactor } from '../../server/identity/confirm-second-factor.js';
import { codeAt, stepOf } from '../../server/identity/totp.js';
import type { ActRunner, ActContext } from '../../server/platform/act-runner.js';
import { sealKey } from '../../server/signatur/keys/seal-key.js';
import { done } from './closed-vorgang.js';
import { personOf } from '../../server/platform/transaction.js';

/** Seals in tests. */
export const SEAL = Buffer.alloc(32, 7);

/** What a person's app knows. */
export interface AuthenticatorApp {
  readonly secret: Uint8Array;
  /** The code at this time. */
  code(at: Date): string;
}

export function anApp(secret: Uint8Array = randomBytes(20)): AuthenticatorApp {
  return { secret, code: (at) => codeAt(secret, stepOf(at)) };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The app that has read this key, as it stands on the page. */
export function appWith(key: string): AuthenticatorApp {
  const letters = [...key.replace(/\s/g, '')];
  const bits = letters.map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return anApp(Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))));
}

/** Gives a person a second factor with the code of `now`. */
export async function withSecondFactor(
  runner: ActRunner,
  who: ActContext,
  now: Date,
): Promise<AuthenticatorApp & { recoveryCodes: readonly string[] }> {
  const app = anApp();
  const enrolment = { personId: personOf(who).id, sealedSecret: sealKey(SEAL, app.secret), secret: SEAL, now };
  const { recoveryCodes } = done(await runner.run(who, confirmSecondFactor, { ...enrolment, code: app.code(now) }));
  return { ...app, recoveryCodes };
}
