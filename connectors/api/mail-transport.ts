/** A mail on its way out, in the words of RFC 5322. Addresses are checked before; names of files may be anything. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }[];
  /** `<…@…>`. The same for every try, so that whoever gets a mail twice can see that it is one. */
  readonly messageId: string;
  readonly date: Date;
}

/** What the next server said. Its answer is one line, for people who look after the mail. */
export type MailDelivery =
  /** It answers for the mail now, towards all but the refused ones. */
  | {
      readonly kind: 'taken';
      readonly answer: string;
      readonly refused: readonly { readonly address: string; readonly answer: string }[];
    }
  /** It will never take this mail (RFC 5321, section 4.2.1: 5yz). */
  | { readonly kind: 'refused'; readonly answer: string }
  /** It cannot take it now, is away, or does not know us: the mail is not to blame. */
  | { readonly kind: 'later'; readonly answer: string };

/** The way out for mail: a mail server, or a folder where nothing leaves the house. */
export interface MailTransport {
  /** What everybody may know about it: the health is read without a sign-in. */
  readonly about: { readonly de: string; readonly en: string };
  /** The folder or the server, for the person at the terminal. */
  readonly place: string;
  /** The whole mail as it leaves. Equal mails give equal bytes, so that what is kept is what was sent. */
  compose(mail: OutgoingMail): Promise<Uint8Array>;
  /** Hands the bytes over. Never throws for what a mail server may do. */
  send(envelope: MailEnvelope, bytes: Uint8Array): Promise<MailDelivery>;
}

export interface MailEnvelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
}

/** A mail server that takes mail from us (RFC 6409). */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `plain` only on loopback: over a network neither password nor mail goes in the clear. */
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly login: { readonly user: string; readonly password: string } | null;
}
