import type { Permission, Role } from '../../server/contract/permissions.js';
import type { IconName } from '../ui/icon/icons.js';

export interface ScreenLink {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly permission: Permission;
  /** Another one that opens it too. */
  readonly or?: Permission;
}

/** Whether somebody with these permissions may open it. */
export function opens({ permission, or }: ScreenLink, permissions: readonly Permission[]): boolean {
  return permissions.includes(permission) || (or !== undefined && permissions.includes(or));
}

/** The screens in the order of the rail; a person sees those that their permissions open. */
export const SCREENS: readonly ScreenLink[] = [
  {
    path: 'uebersicht',
    label: $localize`:@@screen.uebersicht:Übersicht`,
    icon: 'dashboard',
    permission: 'aufgabe.work',
  },
  { path: 'aufgaben', label: $localize`:@@screen.aufgaben:Aufgaben`, icon: 'inbox', permission: 'aufgabe.work' },
  {
    path: 'verteilung',
    label: $localize`:@@screen.verteilung:Verteilung`,
    icon: 'call-split',
    permission: 'aufgabe.distribute',
  },
  {
    path: 'posteingang',
    label: $localize`:@@screen.posteingang:Posteingang`,
    icon: 'mail',
    permission: 'posteingang.read',
  },
  { path: 'akten', label: $localize`:@@screen.akten:Akten`, icon: 'folder', permission: 'akte.read' },
  { path: 'aktenplan', label: $localize`:@@plan.title:Aktenplan`, icon: 'rule', permission: 'akte.read' },
  { path: 'kontakte', label: $localize`:@@screen.kontakte:Kontakte`, icon: 'group', permission: 'akte.read' },
  { path: 'suche', label: $localize`:@@screen.suche:Suche`, icon: 'search', permission: 'akte.read' },
  {
    path: 'dokumente',
    label: $localize`:@@screen.dokumente:Dokumente`,
    icon: 'description',
    permission: 'dokument.write',
  },
  {
    path: 'ablaeufe',
    label: $localize`:@@screen.ablaeufe:Abläufe`,
    icon: 'account-tree',
    permission: 'process.deploy',
  },
  { path: 'modeler', label: $localize`:@@screen.modeler:Modeler`, icon: 'schema', permission: 'process.deploy' },
  {
    path: 'aussonderung',
    label: $localize`:@@screen.aussonderung:Aussonderung`,
    icon: 'archive',
    permission: 'aussonderung.read',
  },
  {
    path: 'weitergaben',
    label: $localize`:@@screen.weitergaben:Weitergaben`,
    icon: 'outbox',
    permission: 'weitergabe.receive',
    or: 'weitergabe.order',
  },
  { path: 'ersuchen', label: $localize`:@@screen.ersuchen:Ersuchen`, icon: 'forum', permission: 'ersuchen.receive' },
  { path: 'vorlagen', label: $localize`:@@screen.vorlagen:Vorlagen`, icon: 'edit-note', permission: 'vorlage.keep' },
  { path: 'stapel', label: $localize`:@@screen.stapel:Stapel`, icon: 'checklist', permission: 'stapel.run' },
  { path: 'rechte', label: $localize`:@@screen.rechte:Rechte`, icon: 'shield-lock', permission: 'access.explain' },
  {
    path: 'protokoll',
    label: $localize`:@@screen.protokoll:Protokoll`,
    icon: 'history',
    permission: 'protokoll.read',
  },
  { path: 'zustand', label: $localize`:@@screen.zustand:Zustand`, icon: 'monitor-heart', permission: 'health.read' },
  { path: 'personen', label: $localize`:@@screen.people:Personen`, icon: 'badge', permission: 'identity.transferWork' },
  {
    path: 'zusatzfelder',
    label: $localize`:@@screen.zusatzfelder:Zusatzfelder`,
    icon: 'dynamic-form',
    permission: 'zusatzfeld.manage',
  },
  {
    path: 'wortwahl',
    label: $localize`:@@screen.wording:Wortwahl`,
    icon: 'translate',
    permission: 'wording.change',
  },
  {
    path: 'zugaenge',
    label: $localize`:@@screen.zugaenge:Zugänge`,
    icon: 'key',
    permission: 'identity.tokens',
  },
];

/** Where the day of these roles begins; everyone else starts with the first screen of work that they may open. */
const START_OF_ROLE: Readonly<Partial<Record<Role, string>>> = {
  poststelle: 'posteingang',
  archiv: 'aussonderung',
  administration: 'modeler',
};

/** Path of the first screen of a person; undefined where no screen is theirs. */
export function startScreen(person: {
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
}): string | undefined {
  const open = SCREENS.filter((link) => opens(link, person.permissions)).map(({ path }) => path);
  const wanted = person.roles.map((role) => START_OF_ROLE[role]);
  const work = open.find((path) => path !== 'uebersicht');
  return wanted.find((path) => path !== undefined && open.includes(path)) ?? work;
}
