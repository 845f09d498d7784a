import { createHash, randomBytes } from 'node:crypto';
import { base32 } from './totp.js';

const CODES = 10;
/** 80 bits, 16 letters: beyond guessing, and a quick hash is enough. */
const CODE_BYTES = 10;

/** Codes as a person writes them down: four groups of four. Only their hashes are kept. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => base32(randomBytes(CODE_BYTES)).replace(/.{4}(?=.)/g, '$&-'));
}

export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256').update(withoutDashes(code)).digest();
}

/** Whether a text has the shape of a recovery code, however it was typed. */
export function isRecoveryCode(text: string): boolean {
  return /^[A-Z2-7]{16}$/.test(withoutDashes(text));
}

function withoutDashes(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
