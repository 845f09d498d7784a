import { createTransport } from 'nodemailer';
import type { MailDelivery, MailTransport, SmtpServer } from '../api/mail-transport.js';
import { composeOutgoing } from './compose-outgoing.js';

// A server on the same network answers in milliseconds. While one is asked no other mail leaves, so it must not take long.
const CONNECT_MILLISECONDS = 10_000;
// RFC 5321, section 4.5.3.2.6 allows ten minutes for the answer to a mail; the database ends a transaction after two.
const ANSWER_MILLISECONDS = 60_000;

/** Hands mails to a mail server, each over a connection of its own. */
export function createSmtpTransport({ host, port, security, login }: SmtpServer): MailTransport {
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls' },
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'plain',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    dnsTimeout: CONNECT_MILLISECONDS,
    socketTimeout: ANSWER_MILLISECONDS,
    allowInternalNetworkInterfaces: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    about: { de: 'E-Mails gehen an den Mailserver', en: 'E-mails go to the mail server' },
    place: `${host}:${port}`,
    compose: composeOutgoing,
    send: async ({ from, to }, bytes) => {
      try {
        const sent = await transport.sendMail({ envelope: { from, to: [...to] }, raw: Buffer.from(bytes) });
        return { kind: 'taken', answer: oneLine(sent.response), refused: refusedOf(sent.rejectedErrors) };
      } catch (error) {
        return failed(error as SmtpError);
      }
    },
  };
}

/** Errors of nodemailer, as far as they are read here. */
interface SmtpError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly recipient?: string | undefined;
}

/** Only an answer to this mail is final. A refused sign-in or greeting is about us, and somebody can repair it. */
function failed({ code, responseCode = 0, response, message }: SmtpError): MailDelivery {
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    kind: aboutTheMail && responseCode >= 500 ? 'refused' : 'later',
    answer: oneLine(response ?? message),
  };
}

function refusedOf(errors: readonly SmtpError[] = []): { address: string; answer: string }[] {
  return errors.map(({ recipient = '', response, message }) => ({
    address: recipient,
    answer: oneLine(response ?? message),
  }));
}

/** Answers come from outside and end in records and logs. */
function oneLine(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 400);
}
