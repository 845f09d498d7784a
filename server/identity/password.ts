import { hash, verify } from '@node-rs/argon2';

// OWASP's recommendation of 2024 for argon2id: 19 MiB, two passes; about 25 ms on one core.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** Whether the password fits; false, not an exception, for a hash that is none. */
export async function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password);
  } catch {
    return false;
  }
}

let decoy: Promise<string> | undefined;

/** A hash that fits nothing: an unknown login takes as long as a known one, so that names cannot be guessed by time. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
