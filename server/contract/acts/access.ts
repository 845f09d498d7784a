import type { AccessPlace, AccessRight, AccessSubject, Vertraulichkeitsstufe } from '../access-views.js';
import type { Day, Id } from '../views.js';
import { final, type ActDescription } from './describe.js';

export const accessActs = {
  'access.grantRule': {
    label: { de: 'Recht erteilen', en: 'Grant right' },
    permission: 'access.manage',
    undo: { kind: 'reversible', by: 'access.withdrawRule' },
  },
  'access.withdrawRule': {
    label: { de: 'Recht zurücknehmen', en: 'Withdraw right' },
    permission: 'access.manage',
    undo: final('Das Recht kann neu erteilt werden.', 'The right can be granted anew.'),
  },
  'access.protectAkte': {
    label: { de: 'Akte schützen', en: 'Protect file' },
    permission: 'access.manage',
    undo: final(
      'Der Schutz kann mit einem Grund wieder aufgehoben werden.',
      'The protection can be lifted again with a reason.',
    ),
  },
  'access.unprotectAkte': {
    label: { de: 'Schutz aufheben', en: 'Lift protection' },
    permission: 'access.manage',
    undo: final(
      'Die Akte kann neu geschützt werden; ihre Liste ist dann neu anzugeben.',
      'The file can be protected anew; its list then has to be given anew.',
    ),
  },
  'access.classifyRecord': {
    label: { de: 'Vertraulichkeitsstufe setzen', en: 'Set confidentiality' },
    permission: 'access.manage',
    undo: final('Die Stufe wird durch eine neue Einstufung geändert.', 'The level is changed by classifying anew.'),
  },
  'access.grantTemporaryRight': {
    label: { de: 'Leserecht auf Zeit erteilen', en: 'Grant right to read for a time' },
    permission: 'access.manage',
    undo: { kind: 'reversible', by: 'access.endTemporaryRight' },
  },
  'access.endTemporaryRight': {
    label: { de: 'Leserecht auf Zeit beenden', en: 'End right to read for a time' },
    permission: 'access.manage',
    undo: final('Ein Leserecht auf Zeit kann neu erteilt werden.', 'A right to read for a time can be granted anew.'),
  },
  'access.setClearance': {
    label: { de: 'Ermächtigung setzen', en: 'Set clearance' },
    permission: 'access.clear',
    undo: final('Die Ermächtigung wird durch eine neue ersetzt.', 'The clearance is replaced by a new one.'),
  },
  'access.appointVertretung': {
    label: { de: 'Vertretung einrichten', en: 'Appoint deputy' },
    permission: 'access.appoint',
    undo: { kind: 'reversible', by: 'access.endVertretung' },
  },
  'access.endVertretung': {
    label: { de: 'Vertretung beenden', en: 'End deputyship' },
    permission: 'access.appoint',
    undo: final('Eine Vertretung kann neu eingerichtet werden.', 'A deputy can be appointed anew.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface AccessActTypes {
  'access.grantRule': {
    input: { place: AccessPlace; subject: AccessSubject; right: AccessRight };
    output: { ruleId: Id };
  };
  'access.withdrawRule': { input: { ruleId: Id }; output: { ruleId: Id } };
  'access.protectAkte': {
    input: {
      akteId: Id;
      version: number;
      reason: string;
      rules: { subject: AccessSubject; right: AccessRight }[];
    };
    output: { version: number };
  };
  'access.unprotectAkte': { input: { akteId: Id; version: number; reason: string }; output: { version: number } };
  'access.classifyRecord': {
    input: { kind: 'akte' | 'vorgang'; id: Id; version: number; stufe: Vertraulichkeitsstufe; reason: string };
    output: { version: number };
  };
  'access.grantTemporaryRight': {
    input: { vorgangId: Id; personId: Id; until: Day; reason: string };
    output: { temporaryRightId: Id };
  };
  'access.endTemporaryRight': { input: { temporaryRightId: Id }; output: { temporaryRightId: Id } };
  'access.setClearance': {
    input: { personId: Id; stufe: Vertraulichkeitsstufe; reason: string };
    output: { personId: Id };
  };
  'access.appointVertretung': {
    input: { personId: Id; deputyId: Id; from: Day; until: Day; aktenplaneinheitId: Id | null };
    output: { vertretungId: Id };
  };
  'access.endVertretung': { input: { vertretungId: Id }; output: { vertretungId: Id } };
}
