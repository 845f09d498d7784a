import { ACTS, type PersonActName } from '../../../server/contract/acts.js';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { Permission } from '../../../server/contract/permissions.js';
import type { Sentence } from '../../../server/contract/rejections.js';
import type { VorgangView } from '../../../server/contract/views.js';
import type { IconName } from '../../ui/icon/icons.js';
import type { MenuItem } from '../../ui/menu/menu-button.js';

/** What the menu of a Dokument can start: an act, or something that changes nothing. */
export type DokumentChoice = DokumentAct | 'compare' | 'redact' | 'properties' | 'link';

/** The acts of one Dokument, in the order of the menu. */
export type DokumentAct = Extract<PersonActName, `dokument.${string}` | 'wopi.openEditor'> & (typeof ORDER)[number];

const ORDER = [
  'wopi.openEditor',
  'dokument.checkOut',
  'dokument.checkIn',
  'dokument.cancelCheckout',
  'dokument.takeCheckout',
  'dokument.addVersion',
  'dokument.editDokument',
  'dokument.finalizeDokument',
  'dokument.resetFinal',
  'dokument.moveDokument',
  'dokument.takeOut',
  'dokument.discardDokument',
] as const;

const ICONS: Readonly<Record<DokumentAct, IconName>> = {
  'wopi.openEditor': 'edit-note',
  'dokument.checkOut': 'lock',
  'dokument.checkIn': 'upload',
  'dokument.cancelCheckout': 'undo',
  'dokument.takeCheckout': 'forward',
  'dokument.addVersion': 'add',
  'dokument.editDokument': 'edit-note',
  'dokument.finalizeDokument': 'task-alt',
  'dokument.resetFinal': 'redo',
  'dokument.moveDokument': 'folder-open',
  'dokument.takeOut': 'north-east',
  'dokument.discardDokument': 'remove',
};

export interface MenuPerson {
  readonly id: string;
  readonly permissions: readonly Permission[];
}

/** The acts that make sense for this Dokument and this person; the server decides again. */
export function dokumentActs(
  dokument: Pick<DokumentView, 'state' | 'checkout' | 'parentId'>,
  vorgang: Pick<VorgangView, 'state'>,
  person: MenuPerson,
  editor: 'fits' | 'none' = 'none',
): DokumentAct[] {
  if (vorgang.state !== 'offen') return [];
  const { state, checkout, parentId } = dokument;
  const draft = state === 'entwurf';
  const mine = checkout?.personId === person.id;
  // An Anlage stays with its main Dokument.
  const free = parentId === null && !checkout;
  const fits: Readonly<Record<DokumentAct, boolean>> = {
    // Where it is open in the editor already, several work together.
    'wopi.openEditor': editor === 'fits' && draft && (!checkout || checkout.inEditor),
    'dokument.checkOut': draft && !checkout,
    'dokument.checkIn': mine,
    'dokument.cancelCheckout': mine,
    'dokument.takeCheckout': checkout !== null && !mine,
    'dokument.addVersion': draft && !checkout,
    'dokument.editDokument': draft && !checkout,
    'dokument.finalizeDokument': draft && !checkout,
    'dokument.resetFinal': state === 'gueltig',
    'dokument.moveDokument': free,
    'dokument.takeOut': free,
    'dokument.discardDokument': free,
  };
  return ORDER.filter((act) => fits[act] && person.permissions.includes(ACTS[act].permission));
}

/** The menu of a Dokument. */
export function menuOf(
  acts: readonly DokumentAct[],
  versions: number,
  pick: (label: Sentence) => string,
  redacting: 'offered' | 'none' = 'none',
): MenuItem<DokumentChoice>[] {
  return [
    ...acts.map((act) => ({ id: act, label: pick(ACTS[act].label), icon: ICONS[act] })),
    ...(versions > 1
      ? [{ id: 'compare', label: $localize`:@@dokument.compare:Fassungen vergleichen`, icon: 'rule' } as const]
      : []),
    ...(redacting === 'offered'
      ? [{ id: 'redact', label: $localize`:@@screen.schwaerzen:Schwärzen`, icon: 'contrast' } as const]
      : []),
    { id: 'properties', label: $localize`:@@dokument.properties:Eigenschaften der Datei`, icon: 'info' },
    { id: 'link', label: $localize`:@@dokument.copyLink:Link kopieren`, icon: 'link' },
  ];
}
