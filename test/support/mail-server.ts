import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SmtpServer } from '../../connectors/api/mail-transport.js';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/** What the server says to a recipient or to a whole mail: a number like 550, or nothing to take it. */
export interface MailServerScript {
  recipient?: (address: string) => number | undefined;
  mail?: () => number | undefined;
  login?: (user: string, password: string) => boolean;
}

/** A mail server on loopback that speaks real SMTP and says what a test wants it to say. */
export interface MailServer {
  readonly place: SmtpServer;
  readonly received: ReceivedMail[];
  script: MailServerScript;
  close(): Promise<void>;
}

export async function openMailServer(port = 0, login: SmtpServer['login'] = null): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server: { script: MailServerScript } = { script: {} };
  const smtp = new SMTPServer({
    authOptional: true,
    // A client that has said QUIT may still be on its way out.
    closeTimeout: 200,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, callback) => {
      const user = username ?? '';
      if (server.script.login?.(user, password ?? '') === false) callback(failure(535));
      else callback(null, { user });
    },
    onRcptTo: ({ address }, _session, callback) => callback(failure(server.script.recipient?.(address))),
    onData: (stream, { envelope }, callback) => {
      void buffer(stream).then((bytes) => {
        const refused = failure(server.script.mail?.());
        if (refused) return callback(refused);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), bytes });
        return callback(null, 'queued as 4711');
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  const bound = (smtp.server.address() as AddressInfo).port;
  return Object.assign(server, {
    place: { host: '127.0.0.1', port: bound, security: 'plain', login } as const,
    received,
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  });
}

function failure(code: number | undefined): Error | null {
  return code === undefined ? null : Object.assign(new Error(`says ${code}`), { responseCode: code });
}
