import type { Role } from './permissions.js';
import type { Sentence } from './rejections.js';
import type { Day, Id } from './views.js';

/** What a rule gives: to read, to work (read and change), to manage (work, and say who may). */
export type AccessRight = 'read' | 'work' | 'manage';

/** xdomea 001 to 005. A person sees up to what they are cleared for, whatever the rules give. */
export type Vertraulichkeitsstufe = 'offen' | 'nurFuerDenDienstgebrauch' | 'vertraulich' | 'geheim' | 'strengGeheim';

/** Who gets a right: everybody of the Mandant, a unit with those below it, a role, or one person. */
export type AccessSubject =
  | { readonly kind: 'house' }
  | { readonly kind: 'unit'; readonly id: Id }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'person'; readonly id: Id };

/** Where a rule lies: on the whole Aktenplan, on a position and all below it, or on one protected Akte. */
export type AccessPlace =
  | { readonly kind: 'plan' }
  | { readonly kind: 'aktenplaneinheit'; readonly id: Id }
  | { readonly kind: 'akte'; readonly id: Id };

/** A rule as a page shows it. */
export interface AccessRuleRow {
  readonly id: Id;
  readonly place: Sentence;
  readonly subject: Sentence;
  readonly right: AccessRight;
}

/** One person and why they may, or may not, see a record. */
export interface AccessOfPerson {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  /** null: the person does not see it. */
  readonly right: AccessRight | null;
  readonly reasons: readonly Sentence[];
}

/** `GET /api/access/records/:kind/:id`: „Wer kann das sehen, und warum?“ */
export interface RecordAccess {
  readonly aktenzeichen: string;
  readonly akteId: Id;
  readonly akteVersion: number;
  readonly protected: boolean;
  readonly vertraulichkeitsstufe: Vertraulichkeitsstufe;
  /** Of the protected Akte; empty where rights are inherited. */
  readonly rules: readonly AccessRuleRow[];
  /** Those who see it, by name; at most a page. */
  readonly people: readonly AccessOfPerson[];
  readonly total: number;
  /** Rights to read a Vorgang that end on a day. */
  readonly temporary: readonly {
    readonly id: Id;
    readonly person: string;
    readonly until: Day;
    readonly reason: string;
  }[];
  /** Whether the asking person may change these rights. */
  readonly mayManage: boolean;
}

/** `GET /api/access/places/:kennzeichen`: the position that somebody has typed. */
export interface AccessPosition {
  readonly id: Id;
  readonly name: string;
}

/** A change that is only thought through. */
export type SimulatedChange =
  | {
      readonly kind: 'grantRule';
      readonly place: AccessPlace;
      readonly subject: AccessSubject;
      readonly right: AccessRight;
    }
  | { readonly kind: 'withdrawRule'; readonly ruleId: Id }
  | { readonly kind: 'clearance'; readonly personId: Id; readonly stufe: Vertraulichkeitsstufe };

/** `POST /api/access/why`: „Warum sehe ich das nicht?“, and what would be after a change. */
export interface WhyAnswer {
  readonly now: AccessOfPerson;
  readonly after: AccessOfPerson | null;
}

/** One position in `GET /api/access/report`. */
export interface AccessReportRow {
  readonly kennzeichen: string;
  readonly titel: string;
  readonly right: AccessRight | null;
  readonly akten: number;
  readonly visibleAkten: number;
}

/** What a person, or somebody who is only a member of a unit, sees in a part of the Aktenplan. */
export interface AccessReport {
  readonly subject: string;
  readonly day: Day;
  readonly rows: readonly AccessReportRow[];
}

/** `GET /api/access/rules`: every rule on the Aktenplan, and who can be named in one. */
export interface AccessRules {
  readonly rules: readonly AccessRuleRow[];
  readonly units: readonly { readonly id: Id; readonly name: string }[];
  readonly people: readonly {
    readonly id: Id;
    readonly name: string;
    readonly unit: string;
    readonly clearance: Vertraulichkeitsstufe;
  }[];
  readonly vertretungen: readonly {
    readonly id: Id;
    readonly person: string;
    readonly deputy: string;
    readonly from: Day;
    readonly until: Day;
    readonly part: string | null;
  }[];
}
