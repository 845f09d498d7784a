import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { aufbewahrungsende, type Counting } from './retention.js';

/** What lets the period begin: z. d. A., or an event that the Registratur records. */
export type FristStart = 'zdA' | 'event';

/** A complete rule, as the Aktenplan gives it. */
export interface FristRule {
  /** null: unbefristet */
  readonly jahre: number | null;
  readonly counting: Counting;
  readonly start: FristStart;
}

/** What one level says of its own; everything else it inherits. */
export interface FristStatement {
  readonly jahre: number | 'unlimited' | 'inherited';
  readonly counting: Counting | null;
  readonly start: FristStart | null;
}

/** Who says a part of the rule. */
export type FristSource = 'plan' | 'akte' | 'vorgang';

export interface EffectiveFrist extends FristRule {
  readonly from: Readonly<Record<keyof FristRule, FristSource>>;
}

/** The rule that holds for a Vorgang: field by field what the nearest level says, at last the Aktenplan. */
export function effectiveFrist(
  plan: FristRule,
  akte: FristStatement | null,
  vorgang: FristStatement | null,
): EffectiveFrist {
  const levels: readonly [FristSource, Partial<FristRule>][] = [
    ['vorgang', ownRule(vorgang)],
    ['akte', ownRule(akte)],
    ['plan', plan],
  ];
  const nearest = <Field extends keyof FristRule>(field: Field): [FristRule[Field], FristSource] => {
    for (const [source, rule] of levels) {
      const value = rule[field];
      if (value !== undefined) return [value, source];
    }
    throw new Error('The Aktenplan gives no complete rule');
  };
  const [jahre, counting, start] = [nearest('jahre'), nearest('counting'), nearest('start')];
  return {
    jahre: jahre[0],
    counting: counting[0],
    start: start[0],
    from: { jahre: jahre[1], counting: counting[1], start: start[1] },
  };
}

/** A statement as the part of a rule that it is; what is inherited is not in it. */
function ownRule(statement: FristStatement | null): Partial<FristRule> {
  if (!statement) return {};
  const { jahre, counting, start } = statement;
  return {
    ...(jahre === 'inherited' ? {} : { jahre: jahre === 'unlimited' ? null : jahre }),
    ...(counting === null ? {} : { counting }),
    ...(start === null ? {} : { start }),
  };
}

/** Everything that decides the period of one Vorgang. */
export interface VorgangFrist {
  /** While the Vorgang is open what the Aktenplan says today, afterwards what it said on the day of z. d. A. */
  readonly plan: FristRule;
  readonly akte: FristStatement | null;
  readonly vorgang: FristStatement | null;
  /** The recorded event, the Vorgang's before the one of its Akte. */
  readonly event: Day | null;
  readonly aussonderungsart: 'A' | 'B' | 'V';
}

/** What is fixed at a Vorgang z. d. A. */
export interface FixedFrist {
  /** Day from which the period counts; null while its event is missing. */
  readonly fristbeginn: Day | null;
  readonly aufbewahrungsende: Day | null;
}

/**
 * Beginn and end of the period of a closed Vorgang. An event that lies before z. d. A. lets it begin with z. d. A.: no
 * period runs while the Vorgang is open.
 */
export function fixFrist(rule: FristRule, zdaDate: Day, event: Day | null): FixedFrist {
  const fristbeginn = beginnOf(rule.start, zdaDate, event);
  return {
    fristbeginn,
    aufbewahrungsende: fristbeginn === null ? null : aufbewahrungsende(fristbeginn, rule.jahre, rule.counting),
  };
}

function beginnOf(start: FristStart, zdaDate: Day, event: Day | null): Day | null {
  if (start === 'zdA') return zdaDate;
  return event === null || event > zdaDate ? event : zdaDate;
}

/**
 * Whether a rule can end a period earlier than another one, whatever the day of z. d. A.: fewer years, the same years to the
 * day instead of to the end of the year, or no waiting for an event.
 */
export function isShorter(rule: FristRule, floor: FristRule): boolean {
  if (rule.jahre === null) return false;
  if (rule.start === 'zdA' && floor.start === 'event') return true;
  if (floor.jahre === null || rule.jahre < floor.jahre) return true;
  return rule.jahre === floor.jahre && rule.counting === 'dayExact' && floor.counting === 'yearEnd';
}

/**
 * A rule below that of the Aktenplan, which carries what the law wants, needs a reason of its own; the act also asks for a
 * right of its own.
 */
export function unexplainedShortening(
  rule: FristRule,
  plan: FristRule,
  shorteningReason: string | null,
): Rejection | null {
  if (shorteningReason !== null || !isShorter(rule, plan)) return null;
  const words = ruleInWords(plan);
  return reject('aussonderung.shorteningUnexplained', { planDe: words.de, planEn: words.en });
}

/** `10 Jahre ab Jahresende`, for sentences of the Protokoll and of refusals. */
export function ruleInWords({ jahre, counting, start }: FristRule): { de: string; en: string } {
  if (jahre === null) return { de: 'unbefristet', en: 'unlimited' };
  const years = { de: jahre === 1 ? '1 Jahr' : `${jahre} Jahre`, en: jahre === 1 ? '1 year' : `${jahre} years` };
  const from = START_WORDS[start];
  return counting === 'yearEnd'
    ? { de: `${years.de} ab Ende des Jahres ${from.de}`, en: `${years.en} from the end of the year of ${from.en}` }
    : { de: `${years.de} taggenau ab ${from.day}`, en: `${years.en} to the day from ${from.en}` };
}

const START_WORDS = {
  zdA: { de: 'der z. d. A.-Verfügung', day: 'z. d. A.', en: 'closing' },
  event: { de: 'des Ereignisses', day: 'dem Ereignis', en: 'the event' },
} as const;
