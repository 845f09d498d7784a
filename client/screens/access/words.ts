import type { AccessRight, Vertraulichkeitsstufe } from '../../../server/contract/access-views.js';
import type { Role } from '../../../server/contract/permissions.js';
import type { SelectOption } from '../../ui/field/select.js';

export function rightText(right: AccessRight | null): string {
  switch (right) {
    case 'read':
      return $localize`:@@access.read:lesen`;
    case 'work':
      return $localize`:@@access.work:bearbeiten`;
    case 'manage':
      return $localize`:@@access.manage:verwalten`;
    case null:
      return $localize`:@@access.nothing:nichts`;
  }
}

export function stufeText(stufe: Vertraulichkeitsstufe): string {
  switch (stufe) {
    case 'offen':
      return $localize`:@@access.stufe.offen:offen`;
    case 'nurFuerDenDienstgebrauch':
      return $localize`:@@access.stufe.dienst:nur für den Dienstgebrauch`;
    case 'vertraulich':
      return $localize`:@@access.stufe.vertraulich:vertraulich`;
    case 'geheim':
      return $localize`:@@access.stufe.geheim:geheim`;
    case 'strengGeheim':
      return $localize`:@@access.stufe.strengGeheim:streng geheim`;
  }
}

export const STUFEN: readonly SelectOption[] = (
  ['offen', 'nurFuerDenDienstgebrauch', 'vertraulich', 'geheim', 'strengGeheim'] as const
).map((value) => ({ value, label: stufeText(value) }));

export const RIGHTS: readonly SelectOption[] = (['read', 'work', 'manage'] as const).map((value) => ({
  value,
  label: rightText(value),
}));

export const ROLES: readonly (SelectOption & { readonly value: Role })[] = [
  { value: 'poststelle', label: $localize`:@@access.role.poststelle:Poststelle` },
  { value: 'sachbearbeitung', label: $localize`:@@access.role.sachbearbeitung:Sachbearbeitung` },
  { value: 'mitzeichnung', label: $localize`:@@access.role.mitzeichnung:Mitzeichnung` },
  { value: 'leitung', label: $localize`:@@access.role.leitung:Leitung` },
  { value: 'kasse', label: $localize`:@@access.role.kasse:Kasse` },
  { value: 'registratur', label: $localize`:@@access.role.registratur:Registratur` },
  { value: 'archiv', label: $localize`:@@access.role.archiv:Archiv` },
  { value: 'administration', label: $localize`:@@access.role.administration:Administration` },
];

/** Roles as the page names them, one after the other. */
export function rolesText(roles: readonly Role[]): string {
  return roles.map((role) => ROLES.find(({ value }) => value === role)?.label ?? role).join(', ');
}
