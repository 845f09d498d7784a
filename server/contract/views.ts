import type { WiedervorlageView } from './aufgaben-views.js';
import type { FristView } from './frist-views.js';
import type { DokumentView } from './dokument-views.js';
import type {
  DuplicateView,
  ForwardingView,
  LinkedView,
  RearrangementView,
  ReceiptView,
  SuggestedFacts,
} from './eingang-views.js';
import type { Examination } from './examination.js';
import type { Permission, Role } from './permissions.js';
import type { VorgangProcess } from './process-views.js';
import type { Finding } from './finding.js';
import type { AufgabeLaufweg } from './laufweg-views.js';
import type { RejectionLink, Sentence } from './rejections.js';
import type { OwnWord } from './wording-views.js';

export type { DokumentView, VersionView } from './dokument-views.js';

/** UUID in lower case. */
export type Id = string;
/** Calendar day in Europe/Berlin, `YYYY-MM-DD`. */
export type Day = string;
/** Instant, ISO 8601 with Z. */
export type Instant = string;

/** `GET /api/session`; null before the sign-in. `csrfToken` goes into the header `x-csrf-token` of every POST. */
export interface SessionView {
  csrfToken: string;
  /** Opens the drafts that the browser keeps on its disk, as long as this session lasts; empty in a session of before there were any. */
  draftKey: string;
  person: PersonView & { roles: Role[]; permissions: Permission[] };
  mandant: { id: Id; name: string; demo: boolean };
  /** What this authority says otherwise than everybody. */
  wording: OwnWord[];
  /** Time of the server's clock port; the demo can move it. */
  now: Instant;
}

export interface PersonView {
  id: Id;
  name: string;
  unit: string;
}

/** `GET /api/demo/accounts` before sign-in; an empty list unless the installation is a demo. */
export interface DemoAccount {
  login: string;
  name: string;
  password: string;
  roleLabel: { de: string; en: string };
}

export type EingangState =
  'empfangen' | 'geprueft' | 'klaerung' | 'quarantaene' | 'zugeordnet' | 'dublette' | 'aufgeteilt';

/** Row of `GET /api/posteingang`: { items: EingangRow[] }, newest receipt last. */
export interface EingangRow {
  id: Id;
  version: number;
  state: EingangState;
  channel: 'mail' | 'folder' | 'upload';
  fileName: string;
  receivedAt: Instant;
  title: string;
  sender: string;
  confidence: 'sicher' | 'pruefen' | 'unklar';
  pages: number | null;
  warnings: { de: string; en: string }[];
  /** Why the item stands in Klärung or quarantine. */
  note: { de: string; en: string } | null;
  /** Null while it lies at the desk. */
  forwarding: ForwardingView | null;
  /** Who sent it back to the desk, and why. */
  returned: { from: string; reason: string; at: Instant } | null;
  /** Null where nobody waits for one. `GET /api/posteingang/receipts` has the filed ones that still wait, as rows. */
  receipt: ReceiptView | null;
}

/** `GET /api/posteingang/:id` */
export interface EingangView extends EingangRow {
  size: number;
  sha256: string;
  /** Files to show: the original first, then the parts of a mail. */
  files: FileView[];
  examination: Examination | null;
  proposals: FilingProposal[];
  /** Null before the examination. */
  suggested: SuggestedFacts | null;
  /** Earlier ones that it may be again, the surest first. */
  duplicates: DuplicateView[];
  /** Later ones that a person has linked to it. */
  linked: LinkedView[];
  /** The one that it was linked to. */
  linkedTo: { id: Id; title: string } | null;
  /** Null where it is as it came. */
  rearrangement: RearrangementView | null;
  /** Why its pages cannot be taken apart or put together; null where they can. */
  pagesStay: Sentence | null;
}

/** Bytes under `GET <url>` with range requests; the type is one of the few that the viewer shows, else a download. */
export interface FileView {
  name: string;
  mime: string;
  size: number;
  url: string;
  /** Plain text for `message/rfc822` bodies and XML; shown as text, never as HTML. */
  text: string | null;
}

export interface FilingProposal {
  confidence: 'sicher' | 'pruefen';
  aktenzeichen: string;
  betreff: string;
  reasons: { de: string; en: string }[];
  target:
    | { kind: 'vorgang'; vorgangId: Id }
    | { kind: 'akte'; akteId: Id }
    | { kind: 'aktenplaneinheit'; aktenplaneinheitId: Id };
  processId: string | null;
}

export type AufgabeArt =
  'pruefung' | 'erfassung' | 'mitzeichnung' | 'schlusszeichnung' | 'zahlung' | 'rueckweisung' | 'bearbeitung' | 'zda';

/** Row of `GET /api/aufgaben`; see `AufgabenFirstPage`. */
export interface AufgabeRow {
  id: Id;
  version: number;
  art: AufgabeArt;
  titel: { de: string; en: string };
  /** Process step, e.g. „Sachliche Prüfung“. */
  schritt: { de: string; en: string };
  aktenzeichen: string;
  frist: Day | null;
  createdAt: Instant;
  unread: boolean;
  reminded: boolean;
  assignee: PersonView | null;
  betragCent: number | null;
  attachments: number;
  /** Whom the person would do it for, where it is theirs only as a deputy. */
  vertretungFuer: { id: Id; name: string } | null;
  /** The acting person's own; nobody else knows of it by this. */
  wiedervorlage: WiedervorlageView | null;
}

/** `GET /api/aufgaben/:id`; opening marks the Aufgabe as read for this person. */
export interface AufgabeView extends AufgabeRow {
  state: 'offen' | 'erledigt' | 'entfallen';
  frage: { de: string; en: string };
  vorgang: { id: Id; version: number; betreff: string; akteId: Id };
  /** form-js schema of the task, or null where the act needs no data. */
  form: Record<string, unknown> | null;
  /** Data that the form starts with. */
  data: Record<string, unknown>;
  /** Facts with their reasons: checks that passed and that did not. */
  findings: { level: 'ok' | 'hint' | 'warning'; de: string; en: string }[];
  dokumente: DokumentView[];
  examination: Examination | null;
  history: HistoryEntry[];
  /** The stages of the process in order; `current` is where this Aufgabe stands. */
  steps: { titel: { de: string; en: string }; state: 'done' | 'current' | 'open' }[];
  /** Whether there is somebody who may receive it by „Weitergeben“; who, is found by typing. */
  recipients: 'some' | 'none';
  processInstanceKey: string | null;
  /** What it has to do with a Laufweg; null for most. */
  laufweg: AufgabeLaufweg | null;
  /** Set by „Weitergeben“: who gave it and why. */
  handover: { from: string; note: string; at: Instant } | null;
}

export interface HistoryEntry {
  at: Instant;
  actor: string;
  de: string;
  en: string;
}

export interface VorgangRow {
  id: Id;
  aktenzeichen: string;
  betreff: string;
  state: 'offen' | 'zdA' | 'abgegeben';
  dokumente: number;
}

/** `GET /api/vorgaenge/:id` */
export interface VorgangView extends VorgangRow {
  version: number;
  akte: { id: Id; aktenzeichen: string; betreff: string };
  /** The Akten that a Teilakte lies in, the uppermost one first. */
  akteAbove: { id: Id; aktenzeichen: string; betreff: string }[];
  aktenplan: { id: Id; kennzeichen: string; titel: string }[];
  federfuehrung: string;
  frist: FristView;
  laufzeitBeginn: Day;
  zdaDate: Day | null;
  aufbewahrungJahre: number | null;
  aufbewahrungsende: Day | null;
  /** The period begins with an event that nobody has recorded yet. */
  awaitsEvent: boolean;
  aussonderungsart: 'A' | 'B' | 'V';
  /** Sperren in force on the Vorgang, above it and on its Dokumente. */
  sperren: { code: string; de: string; en: string }[];
  register: DokumentView[];
  aufgaben: AufgabeRow[];
  zeichnungen: ZeichnungView[];
  /** How many, in both directions; null where there are none and nobody whom one could ask. */
  ersuchen: number | null;
  history: HistoryEntry[];
  /** The process that runs, else the last one that has ended, if any. */
  process: VorgangProcess | null;
  /** What stands against z. d. A. now, each with what has to be dealt with; empty means that it can be closed. */
  obstacles: { code: string; de: string; en: string; link: RejectionLink | null }[];
}

export interface ZeichnungView {
  art: 'sachlich' | 'mitzeichnung' | 'schlusszeichnung';
  person: string;
  at: Instant;
  decision: string;
  bemerkung: string;
  dokument: string;
  versionNummer: number | null;
  /** `aelter`: the Dokument has been changed since; the version that a Schlusszeichnung itself makes is no change. */
  fassung: 'aktuell' | 'aelter';
}

/** `GET /api/processes`: { processes: ProcessRow[] } */
export interface ProcessRow {
  processId: string;
  name: string;
  version: number;
  deployedAt: Instant;
  deployedBy: string;
  running: number;
  versions: { version: number; deployedAt: Instant; running: number; xmlUrl: string }[];
  /** Where an instance of any version waits for help, oldest first. */
  incidents: IncidentRow[];
}

/** A token that cannot go on; `workflow.resolveIncident` lets it try again. */
export interface IncidentRow {
  key: string;
  elementId: string;
  message: { de: string; en: string };
  at: Instant;
  /** Of the Vorgang that the instance works on; null where it works on none. */
  aktenzeichen: string | null;
}

/** `POST /api/processes/check` with { xml }: { findings }. Nothing is stored. */
export interface ProcessCheck {
  findings: Finding[];
}

/** One line of `GET /api/live` (server-sent events, event `change`): read again what is on the screen. */
export interface LiveChange {
  noun:
    | 'access'
    | 'akte'
    | 'eingang'
    | 'aufgabe'
    | 'notification'
    | 'vorgang'
    | 'aktenplan'
    | 'process'
    | 'aussonderung'
    | 'angebot'
    | 'ersuchen'
    | 'protokoll'
    | 'stapel'
    | 'clock';
  id: string;
  act: string;
}

/** `GET /api/health`, without sign-in: one light per part. */
export interface HealthView {
  state: 'ok' | 'degraded';
  parts: { name: string; state: 'ok' | 'degraded'; de: string; en: string }[];
}
