import type { SmtpServer } from '../../connectors/api/mail-transport.js';
import { StartupProblem } from './startup-problem.js';

/** How mail leaves the house. */
export interface PostausgangSettings {
  /** null: mails are written into the folder and leave no house. */
  readonly smtp: SmtpServer | null;
  /** Address that mails come from. */
  readonly from: string;
}

/**
 * Reads the mail server and the address of the house.
 *
 * @param value of a variable; absent where it is not set
 * @throws StartupProblem naming the variable and never the password
 */
export function readPostausgang(value: (name: string) => string | undefined): PostausgangSettings {
  const text = value('LAUFMAPPE_SMTP_URL');
  const from = value('LAUFMAPPE_MAIL_FROM');
  if (text !== undefined && from === undefined) {
    throw new StartupProblem('configurationIncomplete', {
      given: 'LAUFMAPPE_SMTP_URL',
      missing: 'LAUFMAPPE_MAIL_FROM',
    });
  }
  if (from !== undefined && !/^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(from)) {
    throw invalid('LAUFMAPPE_MAIL_FROM', from, 'eine Adresse wie poststelle@kreis.example', 'an address');
  }
  return { smtp: text === undefined ? null : readServer(text), from: from ?? 'poststelle@laufmappe.example' };
}

/** STARTTLS unless the server is this machine: a password and a letter of an authority never cross a network in the clear. */
function readServer(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname) || url.search) {
    throw invalid(
      'LAUFMAPPE_SMTP_URL',
      text,
      'eine Adresse wie smtp://benutzer:kennwort@mail.kreis.example:587',
      'an address like smtp://user:password@mail.kreis.example:587',
    );
  }
  const tls = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
  return {
    host,
    port: Number(url.port) || (tls ? 465 : 587),
    security: tls ? 'tls' : loopback ? 'plain' : 'starttls',
    login: url.username === '' ? null : { user: decode(url.username), password: decode(url.password) },
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('LAUFMAPPE_SMTP_URL', '…', 'Sonderzeichen als %-Folge', 'special characters as %-sequences');
  }
}

/** The value is printed and ends in logs and screenshots: everything between the scheme and the host is left out. */
function invalid(variable: string, value: string, expectedDe: string, expectedEn: string): StartupProblem {
  const shown = value.replace(/\/\/.*@/, '//…@');
  return new StartupProblem('configurationInvalid', { variable, value: shown, expectedDe, expectedEn });
}
