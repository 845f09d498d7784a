import type { Permission, Role } from '../permissions.js';
import type { Day, Id } from '../views.js';
import { final, system, type ActDescription } from './describe.js';

export const identityActs = {
  'identity.signIn': { label: { de: 'Anmelden', en: 'Sign in' }, undo: system },
  'identity.signOut': { label: { de: 'Abmelden', en: 'Sign out' }, undo: system },
  'identity.admitPerson': { label: { de: 'Konto aus dem Verzeichnis', en: 'Account of the directory' }, undo: system },
  'identity.linkAccount': { label: { de: 'Konto verbinden', en: 'Connect account' }, undo: system },
  'identity.unlinkAccount': { label: { de: 'Verbindung lösen', en: 'End connection' }, undo: system },
  'identity.endSessions': { label: { de: 'Sitzungen beenden', en: 'End sessions' }, undo: system },
  'identity.confirmSecondFactor': {
    label: { de: 'Zweiten Faktor einrichten', en: 'Set up second factor' },
    undo: system,
  },
  'identity.removeSecondFactor': {
    label: { de: 'Zweiten Faktor entfernen', en: 'Remove second factor' },
    undo: system,
  },
  'identity.renewRecoveryCodes': {
    label: { de: 'Wiederherstellungscodes erneuern', en: 'Renew recovery codes' },
    undo: system,
  },
  'identity.resetSecondFactor': {
    label: { de: 'Zweiten Faktor zurücksetzen', en: 'Reset second factor' },
    permission: 'identity.resetSecondFactor',
    undo: final(
      'Ein neuer zweiter Faktor kommt von der Person selbst; dass er zurückgesetzt wurde, bleibt im Protokoll.',
      'A new second factor comes from the person; that it was reset stays in the audit trail.',
    ),
  },
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
  'identity.switchOff': {
    label: { de: 'Zugang abschalten', en: 'Switch account off' },
    permission: 'identity.transferWork',
    undo: { kind: 'reversible', by: 'identity.switchOn' },
  },
  'identity.switchOn': {
    label: { de: 'Zugang einschalten', en: 'Switch account on' },
    permission: 'identity.transferWork',
    undo: { kind: 'reversible', by: 'identity.switchOff' },
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
  'identity.resetSecondFactor': {
    input: { personId: Id; reason: string };
    output: { personId: Id };
  };
  'identity.revokeToken': {
    input: { tokenId: Id };
    output: { tokenId: Id };
  };
  'identity.switchOff': { input: { personId: Id; reason: string }; output: { personId: Id } };
  'identity.switchOn': { input: { personId: Id; reason: string }; output: { personId: Id } };
}
