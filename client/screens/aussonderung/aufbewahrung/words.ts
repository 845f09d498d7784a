import type {
  FristRuleView,
  FristSourceView,
  FristStatementView,
} from '../../../../server/contract/aufbewahrung-views.js';

/** `10 Jahre ab Jahresende, Beginn mit z. d. A.` */
export function ruleText({ jahre, counting, start }: FristRuleView): string {
  if (jahre === null) return $localize`:@@frist.unlimited:unbefristet`;
  return [yearsText(jahre), countingText(counting), startText(start)].join(', ');
}

export function yearsText(jahre: number): string {
  return jahre === 1 ? $localize`:@@frist.oneYear:1 Jahr` : $localize`:@@frist.years:${jahre}:years: Jahre`;
}

export function countingText(counting: 'yearEnd' | 'dayExact'): string {
  return counting === 'yearEnd'
    ? $localize`:@@frist.yearEnd:ab Ende des Jahres`
    : $localize`:@@frist.dayExact:taggenau`;
}

export function startText(start: 'zdA' | 'event'): string {
  return start === 'zdA'
    ? $localize`:@@frist.startZda:Beginn mit z. d. A.`
    : $localize`:@@frist.startEvent:Beginn mit einem Ereignis`;
}

/** Only what the level says itself; nothing of what it inherits. */
export function statementText(statement: FristStatementView): string {
  const { jahre, counting, start } = statement;
  const parts = [
    ...(jahre === 'unlimited' ? [$localize`:@@frist.unlimited:unbefristet`] : []),
    ...(typeof jahre === 'number' ? [yearsText(jahre)] : []),
    ...(counting ? [countingText(counting)] : []),
    ...(start ? [startText(start)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : $localize`:@@frist.saysNothing:nichts Eigenes, alles geerbt`;
}

export function sourceText(source: FristSourceView): string {
  switch (source) {
    case 'plan':
      return $localize`:@@frist.fromPlan:aus dem Aktenplan`;
    case 'akte':
      return $localize`:@@frist.fromAkte:von der Akte`;
    case 'vorgang':
      return $localize`:@@frist.fromVorgang:vom Vorgang selbst`;
  }
}
