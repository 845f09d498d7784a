import { StartupProblem } from './startup-problem.js';

/** Where Dokumente are edited in the browser. */
export interface EditorPlace {
  /** Origin of the editor server, for browsers and for us. */
  readonly origin: string;
  /** Address under which the editor server reaches us. */
  readonly hostUrl: string;
}

/**
 * Reads the address of the editor server.
 *
 * @param value of a variable; absent where it is not set
 * @param publicUrl our own address, where the editor server is told no other
 * @throws StartupProblem naming the variable
 */
export function readEditor(value: (name: string) => string | undefined, publicUrl: string): EditorPlace | null {
  const text = value('LAUFMAPPE_EDITOR_URL');
  const host = value('LAUFMAPPE_EDITOR_HOST_URL');
  if (text === undefined) {
    if (host === undefined) return null;
    throw new StartupProblem('configurationIncomplete', {
      given: 'LAUFMAPPE_EDITOR_HOST_URL',
      missing: 'LAUFMAPPE_EDITOR_URL',
    });
  }
  return {
    // Browsers send it the token of a person: never in the clear across a network.
    origin: readOrigin('LAUFMAPPE_EDITOR_URL', text, 'encrypted'),
    hostUrl: host === undefined ? publicUrl : readOrigin('LAUFMAPPE_EDITOR_HOST_URL', host, 'any'),
  };
}

function readOrigin(variable: string, text: string, transport: 'encrypted' | 'any'): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url?.pathname === '/' && url.search + url.hash + url.username + url.password === '';
  const plain = url?.protocol === 'http:' && (transport === 'any' || isLoopback(url.hostname));
  if (url && bare && (url.protocol === 'https:' || plain)) return url.origin;
  throw new StartupProblem('configurationInvalid', {
    variable,
    value: text.replace(/:[^:@/]*@/, ':…@'),
    expectedDe: 'eine Adresse wie https://editor.kreis.example ohne Pfad (http nur auf diesem Rechner)',
    expectedEn: 'an address like https://editor.kreis.example without a path (http only on this machine)',
  });
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);
}
