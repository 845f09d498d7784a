import type { Permission } from '../../server/contract/permissions.js';
import type { IconName } from '../ui/icon/icons.js';

export interface ScreenLink {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly permission: Permission;
}

/** The screens in the order of the rail; a person sees those that their permissions open. */
export const SCREENS: readonly ScreenLink[] = [
  { path: 'aufgaben', label: $localize`:@@screen.aufgaben:Aufgaben`, icon: 'inbox', permission: 'aufgabe.work' },
  {
    path: 'posteingang',
    label: $localize`:@@screen.posteingang:Posteingang`,
    icon: 'mail',
    permission: 'posteingang.read',
  },
  { path: 'akten', label: $localize`:@@screen.akten:Akten`, icon: 'folder', permission: 'akte.read' },
  { path: 'modeler', label: $localize`:@@screen.modeler:Modeler`, icon: 'schema', permission: 'process.read' },
  {
    path: 'aussonderung',
    label: $localize`:@@screen.aussonderung:Aussonderung`,
    icon: 'archive',
    permission: 'aussonderung.read',
  },
];
