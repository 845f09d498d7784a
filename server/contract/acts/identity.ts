import type { Permission, Role } from '../permissions.js';
import type { Day, Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

export const identityActs = {
  'identity.signIn': { label: { de: 'Anmelden', en: 'Sign in' }, undo: system },
  'identity.signOut': { label: { de: 'Abmelden', en: 'Sign out' }, undo: system },
  'identity.createToken': {
    label: { de: 'Zugang anlegen', en: 'Create access' },
    permission: 'identity.tokens',
    undo: final(
      'Ein Zugang endet durch Widerruf; dass es ihn gab, bleibt im Protokoll.',
      'Access ends by being revoked; that it existed stays in the audit trail.',
    ),
  },
  'identity.revokeToken': {
    label: { de: 'Zugang widerrufen', en: 'Revoke access' },
    permission: 'identity.tokens',
    undo: final(
      'Das System bekommt danach nur mit einem neuen Zugang wieder Auskunft.',
      'The system gets answers again only with a new access.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface IdentityActTypes {
  'identity.createToken': {
    input: {
      /** Name of the system, as it shall stand in the Protokoll. */
      name: string;
      unitId: Id;
      roles: Role[];
      /** What it may do, of what its roles may. */
      scopes: Permission[];
      expiresOn: Day;
      /** `lm_` and 256 random bits in base64url, made by whoever asks: the server keeps only its hash. */
      token: string;
    };
    output: { tokenId: Id };
  };
  'identity.revokeToken': {
    input: { tokenId: Id };
    output: { tokenId: Id };
  };
}
