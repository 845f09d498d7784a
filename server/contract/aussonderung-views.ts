import type { Finding } from './finding.js';
import type { Day, Id, Instant } from './views.js';

/** `GET /api/aussonderungen`: what is due, and the packages made so far. */
export interface AussonderungOverview {
  today: Day;
  due: AussonderungCandidate[];
  /** Closed but not due yet, soonest first. */
  waiting: AussonderungCandidate[];
  packages: AussonderungPackage[];
}

export interface AussonderungCandidate {
  vorgangId: Id;
  aktenzeichen: string;
  betreff: string;
  aktenplaneinheit: string;
  laufzeit: { beginn: Day; ende: Day };
  zdaDate: Day;
  aufbewahrungJahre: number | null;
  aufbewahrungsende: Day | null;
  aussonderungsart: 'A' | 'B' | 'V';
  dokumente: number;
  size: number;
  /** Why it cannot be transferred now; empty means selectable. */
  obstacles: { code: string; de: string; en: string }[];
}

export interface AussonderungPackage {
  id: Id;
  fileName: string;
  createdAt: Instant;
  createdBy: string;
  vorgaenge: string[];
  size: number;
  sha512: string;
  url: string;
}

/** `POST /api/aussonderungen/preview` with { vorgangIds }: the message as it would leave. */
export interface AussonderungPreview {
  fileName: string;
  xml: string;
  entries: { name: string; original: string; size: number; sha512: string }[];
  findings: Finding[];
}
