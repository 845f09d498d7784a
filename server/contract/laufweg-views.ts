import type { Role } from './permissions.js';
import type { Sentence } from './rejections.js';
import type { Day, Id, Instant } from './views.js';

/** What a station is asked for. */
export type StationArt = 'mitzeichnung' | 'kenntnisnahme' | 'schlusszeichnung';

export type StationState = 'offen' | 'laeuft' | 'erledigt' | 'uebersprungen' | 'entfallen';

/** `angehalten`: somebody has not co-signed, or nobody can be asked; its initiator decides how it goes on. */
export type LaufwegState = 'laeuft' | 'angehalten' | 'fertig' | 'zurueckgeholt';

/** One after the other, or all at once. */
export type GroupOrder = 'sequence' | 'parallel';

/** How many members of a parallel group are enough. */
export type Quorum = { kind: 'count'; value: number } | { kind: 'percent'; value: number };

/** One person, or whoever has a role: in that unit, or in the one that the office would choose. */
export type StationPlace = { kind: 'person'; personId: Id } | { kind: 'role'; role: Role; unitId: Id | null };

/**
 * One line of a Laufweg as it is built: a list with indentation. Lines of `depth` n + 1 below a group of depth n are its
 * members. A flat list cannot be nested deeper than it is long, whoever sends it.
 */
export type OutlineLine = StationLine | GroupLine;

export interface StationLine {
  depth: number;
  kind: 'station';
  art: StationArt;
  who: StationPlace;
  /** Days from the moment at which it begins; null: without a Frist. */
  fristDays: number | null;
}

export interface GroupLine {
  depth: number;
  kind: 'group';
  order: GroupOrder;
  /** Of a parallel group; null: all. */
  quorum: Quorum | null;
}

/** A Dokument of the Umlaufmappe and the version of it that goes round. */
export interface MappeDokument {
  dokumentId: Id;
  nummer: number;
}

export interface MappeDokumentView extends MappeDokument {
  betreff: string;
  /** Newest version that there is by now. */
  newest: number;
}

/** `GET /api/vorgaenge/:id/laufwege`: { laufwege: LaufwegView[] }, newest first. */
export interface LaufwegView {
  id: Id;
  version: number;
  state: LaufwegState;
  initiator: { id: Id; name: string };
  startedAt: Instant;
  endedAt: Instant | null;
  /** Why it was stopped or called back, or went on in spite of a refusal; null where nobody had to say. */
  note: Sentence | null;
  dokumente: MappeDokumentView[];
  /** In the order of the list with indentation. */
  lines: LaufwegLine[];
}

export type LaufwegLine = LaufwegStationView | LaufwegGroupView;

export interface LaufwegStationView extends StationLine {
  id: Id;
  /** Group that it is a member of; null: the Laufweg itself. */
  groupId: Id | null;
  /** Place among the members of its group, from 0. */
  index: number;
  state: StationState;
  /** Whom it asks, with the unit. */
  whom: string;
  /** Who has it now, or who did it, as it is written under a letter. */
  person: string | null;
  begunAt: Instant | null;
  endedAt: Instant | null;
  frist: Day | null;
  decision: 'mitgezeichnet' | 'abgelehnt' | 'zurKenntnis' | 'gezeichnet' | null;
  comment: string;
  /** Why it was skipped or lapsed, or why the Laufweg went on in spite of its refusal. */
  reason: Sentence | null;
  /** Who put it there later than at the start; null for what was there from the start. */
  insertedBy: string | null;
  /** What can be done with it now. */
  may: readonly ('skip' | 'move')[];
}

export interface LaufwegGroupView extends GroupLine {
  id: Id;
  groupId: Id | null;
  index: number;
  state: 'offen' | 'laeuft' | 'erledigt';
  may: readonly ('skip' | 'move')[];
}

/** `GET /api/vorgaenge/:id/laufweg/personen?q=…&dokumente=id,id`: { personen: StationPerson[] }, the best twenty. */
export interface StationPerson {
  id: Id;
  name: string;
  unit: string;
  roles: Role[];
  /** Why this person could never do it, by what is asked; an art that is not here is no problem. */
  never: Partial<Record<StationArt, Sentence>>;
}

/** Of an Aufgabe: what it has to do with a Laufweg. */
export interface AufgabeLaufweg {
  laufwegId: Id;
  /** `halt`: its initiator decides how it goes on, in the Vorgang. */
  role: StationArt | 'halt';
  /** The Umlaufmappe; who signs binds the Zeichnung to the newest versions, which the page has shown. */
  dokumente: MappeDokumentView[];
}
