import type { ReceiptState } from '../../../server/contract/eingang-views.js';
import type { EingangKind } from '../../../server/contract/examination.js';
import type { EingangRow } from '../../../server/contract/views.js';
import type { IconName } from '../../ui/icon/icons.js';
import type { Tone } from '../../ui/tag/tag.js';

interface Word {
  readonly word: string;
  readonly icon: IconName;
}

/** How an item arrived. */
export const CHANNELS: Readonly<Record<EingangRow['channel'], Word>> = {
  mail: { word: $localize`:@@channel.mail:Mail`, icon: 'mail' },
  folder: { word: $localize`:@@channel.folder:Scan-Ordner`, icon: 'document-scanner' },
  upload: { word: $localize`:@@channel.upload:Upload`, icon: 'upload' },
};

/** How sure the filing proposals are; never a colour alone. */
export const CONFIDENCES: Readonly<Record<EingangRow['confidence'], Word & { readonly tone: Tone }>> = {
  sicher: { word: $localize`:@@confidence.sure:sicher`, icon: 'check-circle', tone: 'success' },
  pruefen: { word: $localize`:@@confidence.check:prüfen`, icon: 'warning', tone: 'warning' },
  unklar: { word: $localize`:@@confidence.unclear:unklar`, icon: 'help', tone: 'neutral' },
};

/** What kind of letter it is. */
export const KINDS: Readonly<Record<EingangKind, string>> = {
  rechnung: $localize`:@@kind.rechnung:Rechnung`,
  mahnung: $localize`:@@kind.mahnung:Mahnung`,
  antrag: $localize`:@@kind.antrag:Antrag`,
  widerspruch: $localize`:@@kind.widerspruch:Widerspruch`,
  schreiben: $localize`:@@kind.schreiben:Schreiben`,
};

/** Whether the sender of a mail knows that it arrived. */
export const RECEIPTS: Readonly<Record<ReceiptState, string>> = {
  open: $localize`:@@receipt.open:Eingangsbestätigung noch nicht gesendet`,
  ordered: $localize`:@@receipt.underWay:Eingangsbestätigung geht gleich hinaus`,
  sent: $localize`:@@receipt.sent:Eingangsbestätigung gesendet`,
  failed: $localize`:@@receipt.failed:Eingangsbestätigung nicht zugestellt`,
  waived: $localize`:@@receipt.none:Keine Eingangsbestätigung`,
};
