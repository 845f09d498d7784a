import { system, type ActDescription } from './describe.js';

export const identityActs = {
  'identity.signIn': { label: { de: 'Anmelden', en: 'Sign in' }, undo: system },
  'identity.signOut': { label: { de: 'Abmelden', en: 'Sign out' }, undo: system },
} as const satisfies Record<string, ActDescription>;
