/** The archive that takes over, as both houses agreed: what goes into the Kopf and what the archive accepts. */
export interface ArchivePartner {
  readonly name: string;
  readonly kurzbezeichnung?: string;
  /** Key and prefix of the archive, where it has them; x-man books an error when they differ from what it knows. */
  readonly behoerdenschluessel?: string;
  readonly praefix?: string;
  /** DIN 91379 binds from xdomea 4.0.0 on. An archive that takes „…“ and – before that is warned instead. */
  readonly outsideDin91379: 'refuse' | 'warn';
}

/** The program that writes the message. */
export interface SendingSystem {
  readonly name: string;
  readonly version: string;
}
