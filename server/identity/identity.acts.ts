import { createToken } from './create-token.js';
import { resetSecondFactor } from './reset-second-factor.js';
import { revokeToken } from './revoke-token.js';
import { switchOff } from './switch-off.js';
import { switchOn } from './switch-on.js';

/** Every act of people on accounts and tokens, for the office. */
export const IDENTITY_ACTS = [createToken, revokeToken, resetSecondFactor, switchOff, switchOn];
