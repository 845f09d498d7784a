/** What a role may do. Rules are data: `ROLE_PERMISSIONS` is the whole table, everything not in it is refused. */
export type Permission =
  | 'upload.send'
  | 'posteingang.receive'
  | 'posteingang.read'
  | 'posteingang.assign'
  | 'akte.read'
  | 'akte.open'
  | 'akte.edit'
  | 'akte.close'
  | 'akte.reopen'
  | 'dokument.write'
  | 'dokument.takeOver'
  | 'dokument.resetFinal'
  | 'dokument.delete'
  | 'annotation.write'
  | 'annotation.remove'
  | 'aktenplan.manage'
  | 'kontakt.keep'
  | 'kontakt.merge'
  | 'zusatzfeld.manage'
  | 'vorlage.keep'
  | 'aufgabe.work'
  | 'aufgabe.distribute'
  | 'zeichnung.sign'
  | 'rechnung.storno'
  | 'process.read'
  | 'process.deploy'
  | 'aussonderung.read'
  | 'aussonderung.transfer'
  | 'aussonderung.setFrist'
  | 'aussonderung.shortenFrist'
  | 'aussonderung.setSperre'
  | 'aussonderung.liftSperre'
  | 'aussonderung.requestVernichtung'
  | 'aussonderung.releaseVernichtung'
  | 'verfuegung.cancel'
  | 'weitergabe.order'
  | 'weitergabe.release'
  | 'weitergabe.receive'
  | 'ersuchen.ask'
  | 'ersuchen.receive'
  | 'protokoll.read'
  | 'stapel.run'
  | 'health.read'
  | 'barriere.close'
  | 'wording.change'
  | 'access.manage'
  | 'access.explain'
  | 'access.clear'
  | 'access.appoint'
  | 'protokoll.erase'
  | 'protokoll.rotateKey'
  | 'identity.tokens'
  | 'identity.resetSecondFactor'
  | 'identity.transferWork'
  | 'demo.moveClock';

export type Role =
  'poststelle' | 'sachbearbeitung' | 'mitzeichnung' | 'leitung' | 'kasse' | 'registratur' | 'archiv' | 'administration';

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  poststelle: [
    'upload.send',
    'posteingang.receive',
    'posteingang.read',
    'posteingang.assign',
    'akte.read',
    'akte.open',
    'kontakt.keep',
    'aufgabe.work',
    'process.read',
    'weitergabe.receive',
    'ersuchen.receive',
    'stapel.run',
  ],
  // Of the Posteingang they see what was forwarded to them; the database says which (0041).
  sachbearbeitung: [
    'upload.send',
    'posteingang.read',
    'posteingang.assign',
    'akte.read',
    'akte.open',
    'akte.edit',
    'akte.close',
    'dokument.write',
    'annotation.write',
    'kontakt.keep',
    'aufgabe.work',
    'rechnung.storno',
    'process.read',
    'weitergabe.order',
    'ersuchen.ask',
    'stapel.run',
  ],
  mitzeichnung: ['akte.read', 'annotation.write', 'aufgabe.work', 'process.read'],
  leitung: [
    'upload.send',
    'posteingang.read',
    'posteingang.assign',
    'akte.read',
    'akte.open',
    'akte.edit',
    'akte.close',
    'dokument.write',
    'dokument.takeOver',
    'annotation.write',
    'annotation.remove',
    'kontakt.keep',
    'aufgabe.work',
    'aufgabe.distribute',
    'zeichnung.sign',
    'rechnung.storno',
    'process.read',
    'aussonderung.read',
    'aussonderung.setFrist',
    'aussonderung.shortenFrist',
    'aussonderung.setSperre',
    'aussonderung.liftSperre',
    'aussonderung.releaseVernichtung',
    'verfuegung.cancel',
    'weitergabe.order',
    'ersuchen.ask',
    'weitergabe.release',
    'ersuchen.receive',
    'protokoll.read',
    'protokoll.erase',
    'access.manage',
    'access.explain',
    'access.appoint',
    'stapel.run',
    'identity.transferWork',
  ],
  kasse: ['akte.read', 'aufgabe.work', 'process.read'],
  registratur: [
    'upload.send',
    'posteingang.receive',
    'posteingang.read',
    'posteingang.assign',
    'akte.read',
    'akte.open',
    'akte.edit',
    'akte.close',
    'akte.reopen',
    'dokument.write',
    'dokument.takeOver',
    'dokument.resetFinal',
    'dokument.delete',
    'annotation.write',
    'annotation.remove',
    'aktenplan.manage',
    'kontakt.keep',
    'kontakt.merge',
    'zusatzfeld.manage',
    'vorlage.keep',
    'aufgabe.work',
    'process.read',
    'aussonderung.read',
    'aussonderung.setFrist',
    'aussonderung.setSperre',
    'aussonderung.requestVernichtung',
    'verfuegung.cancel',
    'weitergabe.order',
    'ersuchen.ask',
    'weitergabe.receive',
    'ersuchen.receive',
    'protokoll.read',
    'access.manage',
    'access.explain',
    'access.appoint',
    'stapel.run',
  ],
  archiv: ['aussonderung.read', 'aussonderung.transfer'],
  administration: [
    'process.read',
    'process.deploy',
    'zusatzfeld.manage',
    'health.read',
    'barriere.close',
    'wording.change',
    'protokoll.read',
    'protokoll.rotateKey',
    'access.explain',
    'access.clear',
    'access.appoint',
    'identity.tokens',
    'identity.resetSecondFactor',
    'identity.transferWork',
    'stapel.run',
    'demo.moveClock',
  ],
};

/** Every permission that some role gives. */
export const PERMISSIONS: readonly Permission[] = [...new Set(Object.values(ROLE_PERMISSIONS).flat())].sort();

/**
 * What no system gets, whatever its roles: human assent, who may do what, and what cannot be taken back without a person
 * who answers for it.
 */
export const NEVER_FOR_SYSTEMS: readonly Permission[] = [
  'zeichnung.sign',
  'identity.tokens',
  'identity.resetSecondFactor',
  'identity.transferWork',
  'access.manage',
  'access.clear',
  'access.appoint',
  'weitergabe.order',
  'weitergabe.release',
  'weitergabe.receive',
  'ersuchen.ask',
  'ersuchen.receive',
  'protokoll.erase',
  'protokoll.rotateKey',
  'stapel.run',
  'demo.moveClock',
];

/**
 * Roles whose work belongs to one unit: an Aufgabe for such a role is seen only in the unit that has the
 * Federführung. All other roles serve the whole Mandant.
 */
export const UNIT_BOUND_ROLES: readonly Role[] = ['sachbearbeitung'];

/** Whether somebody with these roles has a permission: of another system only what its token allows of it. */
export function grants(
  { roles, scopes }: { readonly roles: readonly Role[]; readonly scopes?: readonly Permission[] },
  permission: Permission,
): boolean {
  return (scopes?.includes(permission) ?? true) && roles.some((role) => ROLE_PERMISSIONS[role].includes(permission));
}
