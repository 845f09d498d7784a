import { createToken } from './create-token.js';
import { resetSecondFactor } from './reset-second-factor.js';
import { revokeToken } from './revoke-token.js';

/** Every act of people on accounts and tokens, for the office. */
export const IDENTITY_ACTS = [createToken, revokeToken, resetSecondFactor];
