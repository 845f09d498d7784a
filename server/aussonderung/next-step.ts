import type { Sentence } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { isDue } from './retention.js';
import { germanDay } from '../contract/german-day.js';

/** Where a period stands: nothing runs while the Vorgang is open or its event is missing. */
export type FristState = 'open' | 'awaitsEvent' | 'running' | 'over' | 'unlimited';

export interface FristFacts {
  readonly zdaDate: Day | null;
  readonly jahre: number | null;
  readonly fristbeginn: Day | null;
  readonly aufbewahrungsende: Day | null;
}

export function fristState({ zdaDate, jahre, fristbeginn, aufbewahrungsende }: FristFacts, today: Day): FristState {
  if (zdaDate === null) return 'open';
  if (jahre === null) return 'unlimited';
  if (fristbeginn === null) return 'awaitsEvent';
  return isDue(aufbewahrungsende, today) ? 'over' : 'running';
}

export interface StepFacts {
  readonly state: FristState;
  readonly aufbewahrungsende: Day | null;
  readonly aussonderungsart: 'A' | 'B' | 'V';
  /** Whether any Sperre is in force. */
  readonly held: boolean;
  readonly transferred: boolean;
}

/** What has to happen next with a Vorgang on its way out of the office. A Sperre comes before everything else. */
export function nextStep({ state, aufbewahrungsende, aussonderungsart, held, transferred }: StepFacts): Sentence {
  if (transferred) return { de: 'An das Archiv abgegeben', en: 'Transferred to the archive' };
  switch (state) {
    case 'open':
      return { de: 'z. d. A. verfügen; dann beginnt die Frist', en: 'Close to the files; then the period begins' };
    case 'unlimited':
      return { de: 'Dauernd aufbewahren', en: 'Keep for good' };
    case 'awaitsEvent':
      return {
        de: 'Ereignis festhalten, mit dem die Frist beginnt',
        en: 'Record the event that lets the period begin',
      };
    case 'running': {
      const [then, day] = [AFTERWARDS[aussonderungsart], germanDay(aufbewahrungsende ?? '')];
      return { de: `Aufbewahren bis ${day}, dann ${then.de}`, en: `Keep until ${day}, then ${then.en}` };
    }
    case 'over': {
      const then = AFTERWARDS[aussonderungsart];
      return held
        ? { de: `Sperre klären, dann ${then.de}`, en: `Clear the legal hold, then ${then.en}` }
        : { de: `Jetzt ${then.de}`, en: `Now ${then.en}` };
    }
  }
}

const AFTERWARDS = {
  A: { de: 'an das Archiv abgeben', en: 'transfer to the archive' },
  B: { de: 'dem Archiv zur Bewertung anbieten', en: 'offer to the archive for appraisal' },
  V: { de: 'vernichten', en: 'destroy' },
} as const;
