import type { SetupFinding } from '../contract/health-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Configuration } from '../platform/config.js';

/** What the checks ask about besides the configuration. */
export interface Surroundings {
  /** Path of a program, or null where it is not installed. */
  readonly find: (program: string) => string | null;
  /** As in `process.version`. */
  readonly node: string;
}

type Check = (configuration: Configuration, surroundings: Surroundings) => Omit<SetupFinding, 'name'>;

/**
 * Looks at how this installation is set up, and says of each part whether an office can work with it. Values are never told:
 * addresses hold passwords.
 */
export function checkConfiguration(configuration: Configuration, surroundings: Surroundings): SetupFinding[] {
  return Object.entries(CHECKS).map(([name, check]) => ({ name, ...check(configuration, surroundings) }));
}

const CHECKS: Readonly<Record<string, Check>> = {
  mode: ({ mode }) =>
    mode === 'production'
      ? fine({ de: 'Betriebsart: produktiv', en: 'Mode: production' })
      : hint(
          {
            de: 'Betriebsart: Demo, die Kennwörter der Konten sind öffentlich',
            en: 'Mode: demo, passwords are public',
          },
          {
            de: 'Für echte Akten LAUFMAPPE_MODE=production und eine leere Datenbank.',
            en: 'For real files LAUFMAPPE_MODE=production and an empty database.',
          },
        ),
  address: ({ publicUrl }) => {
    if (publicUrl.startsWith('https:')) return fine({ de: 'Adresse mit TLS', en: 'Address with TLS' });
    return isOnlyHere(publicUrl)
      ? hint(
          { de: 'Nur von diesem Rechner aus erreichbar', en: 'Reachable from this machine only' },
          {
            de: 'Einen Reverse Proxy mit TLS davorsetzen und LAUFMAPPE_URL=https://… setzen.',
            en: 'Put a reverse proxy with TLS before it and set LAUFMAPPE_URL=https://….',
          },
        )
      : wrong(
          {
            de: 'Adresse ohne TLS: Kennwörter und Akten gehen im Klartext durch das Netz',
            en: 'Address without TLS: passwords and files cross the network in the clear',
          },
          {
            de: 'Einen Reverse Proxy mit TLS davorsetzen und LAUFMAPPE_URL=https://… setzen.',
            en: 'Put a reverse proxy with TLS before it and set LAUFMAPPE_URL=https://….',
          },
        );
  },
  node: (_configuration, { node }) =>
    Number(/^v(\d+)/.exec(node)?.[1]) >= 24
      ? fine({ de: `Node.js ${node}`, en: `Node.js ${node}` })
      : hint(
          { de: `Node.js ${node}`, en: `Node.js ${node}` },
          { de: 'Für den Betrieb Node.js 24 (LTS) nehmen.', en: 'Use Node.js 24 (LTS) in production.' },
        ),
  database: ({ database }) =>
    database.kind === 'external'
      ? fine({ de: 'Eigener PostgreSQL-Server des Hauses', en: 'PostgreSQL server of the house' })
      : fine({ de: 'Mitgeliefertes PostgreSQL auf diesem Rechner', en: 'PostgreSQL of this installation' }),
  objects: ({ s3 }) =>
    s3
      ? fine({ de: 'Dateien in einem S3-Speicher', en: 'Files in an S3 storage' })
      : hint(
          {
            de: 'Dateien in einem Ordner: Er kann Löschen nicht verhindern',
            en: 'Files in a folder: it cannot prevent deletion',
          },
          {
            de: 'Wo Unveränderbarkeit auch im Speicher gelten soll: S3 mit Object Lock (LAUFMAPPE_S3_URL).',
            en: 'Where the storage itself must enforce it: S3 with object lock (LAUFMAPPE_S3_URL).',
          },
        ),
  checkpoints: ({ checkpointCopies }) =>
    checkpointCopies
      ? fine({ de: 'Prüfpunkte des Protokolls haben einen zweiten Ort', en: 'Checkpoints have a second place' })
      : hint(
          {
            de: 'Prüfpunkte des Protokolls liegen nur an einem Ort',
            en: 'Checkpoints of the audit trail lie in one place only',
          },
          {
            de: 'LAUFMAPPE_CHECKPOINT_COPIES auf ein Laufwerk eines anderen Rechners setzen.',
            en: 'Set LAUFMAPPE_CHECKPOINT_COPIES to a drive of another machine.',
          },
        ),
  mail: ({ postausgang }) =>
    postausgang.smtp
      ? fine({ de: 'Mails gehen über den Mailserver des Hauses', en: 'Mails leave by the mail server of the house' })
      : hint(
          {
            de: 'Kein Mailserver: Mails bleiben im Ordner „ausgang“',
            en: 'No mail server: mails stay in the folder “ausgang”',
          },
          {
            de: 'LAUFMAPPE_SMTP_URL und LAUFMAPPE_MAIL_FROM setzen.',
            en: 'Set LAUFMAPPE_SMTP_URL and LAUFMAPPE_MAIL_FROM.',
          },
        ),
  signIn: ({ signIn }) =>
    signIn
      ? fine({ de: 'Anmeldung über Verzeichnisse des Hauses ist eingerichtet', en: 'Sign-in by directories is set up' })
      : hint(
          {
            de: 'Nur eigene Konten; kein zweiter Faktor vorgeschrieben',
            en: 'Own accounts only; no second factor required',
          },
          {
            de: 'LAUFMAPPE_SIGN_IN: ein Verzeichnis anbinden oder für Rollen einen zweiten Faktor verlangen.',
            en: 'LAUFMAPPE_SIGN_IN: connect a directory, or require a second factor of roles.',
          },
        ),
  xdomea: ({ xdomeaSchemas }) =>
    xdomeaSchemas
      ? fine({
          de: 'Abgaben werden gegen die amtlichen xdomea-Schemas geprüft',
          en: 'Transfers are validated by the official xdomea schemas',
        })
      : hint(
          { de: 'Abgaben werden nur nach eigenen Regeln geprüft', en: 'Transfers are checked by our own rules only' },
          {
            de: 'LAUFMAPPE_XDOMEA_SCHEMAS auf den Ordner der amtlichen Schemas setzen.',
            en: 'Set LAUFMAPPE_XDOMEA_SCHEMAS to the folder of the official schemas.',
          },
        ),
  office: (_configuration, { find }) =>
    installed(
      find('soffice'),
      {
        de: 'LibreOffice ist da: Office-Dateien haben eine Vorschau',
        en: 'LibreOffice is there: office files have a preview',
      },
      {
        de: 'Kein LibreOffice: Office-Dateien haben keine Vorschau',
        en: 'No LibreOffice: office files have no preview',
      },
      {
        de: 'LibreOffice installieren, oder LAUFMAPPE_SOFFICE setzen.',
        en: 'Install LibreOffice, or set LAUFMAPPE_SOFFICE.',
      },
    ),
  recognition: (_configuration, { find }) =>
    installed(
      find('tesseract') && find('pdftoppm'),
      { de: 'Texterkennung ist da: Scans sind auffindbar', en: 'Text recognition is there: scans can be found' },
      {
        de: 'Keine Texterkennung: Der Inhalt von Scans wird nicht gefunden',
        en: 'No text recognition: the content of scans is not found',
      },
      {
        de: 'Tesseract mit deutschen Daten und Poppler (pdftoppm) installieren.',
        en: 'Install Tesseract with German data, and Poppler (pdftoppm).',
      },
    ),
};

function isOnlyHere(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function installed(path: string | null, there: Sentence, missing: Sentence, remedy: Sentence) {
  return path ? fine(there) : hint(missing, remedy);
}

function fine(found: Sentence): Omit<SetupFinding, 'name'> {
  return { state: 'ok', found, remedy: null };
}

function hint(found: Sentence, remedy: Sentence): Omit<SetupFinding, 'name'> {
  return { state: 'hint', found, remedy };
}

function wrong(found: Sentence, remedy: Sentence): Omit<SetupFinding, 'name'> {
  return { state: 'wrong', found, remedy };
}
