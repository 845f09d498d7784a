import type { Kopf, Tag } from './model.js';

/** Message 0301: an authority gives its Aktenplan to another one. */
export interface Aktenplan0301 {
  readonly kopf: Kopf0301;
  readonly bezeichnung: string;
  readonly version: string;
  readonly gueltigAb?: Tag;
  readonly einheiten: readonly AktenplanEinheit[];
}

export type Kopf0301 = Omit<Kopf, 'rueckmeldungArchivkennung'>;

/** One position with all below it. Nothing is inherited: each says its period and Aussonderungsart. */
export interface AktenplanEinheit {
  readonly kennzeichen: string;
  readonly inhaltsangabe: string;
  readonly aussonderungsart: 'A' | 'B' | 'V';
  readonly stillgelegt: 'yes' | 'no';
  readonly aufbewahrungsdauer: number | 'unbefristet';
  readonly einheiten: readonly AktenplanEinheit[];
}
