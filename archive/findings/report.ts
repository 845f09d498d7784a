import { finding, type Finding, type FindingCode, type Place, type Values } from './finding.js';

/** Collects findings while a message is read. */
export interface Report {
  readonly add: (code: FindingCode, place: Place, values?: Values) => void;
  readonly push: (found: Finding) => void;
  readonly findings: () => readonly Finding[];
}

// A message of 100,000 objects with one systematic fault would otherwise answer with 100,000 sentences nobody reads.
const LIMIT = 1000;

/** An empty report. It keeps the first `limit` findings and then says once that there are more. */
export function createReport(limit: number = LIMIT): Report {
  const found: Finding[] = [];
  const push = (each: Finding) => {
    if (found.length < limit) found.push(each);
    else if (found.length === limit) found.push(finding('message.tooManyFindings', { path: '/' }, { limit }));
  };
  return {
    add: (code, place, values) => push(finding(code, place, values)),
    push,
    findings: () => found,
  };
}
