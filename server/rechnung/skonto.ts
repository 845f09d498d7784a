import type { Skonto } from '../contract/examination.js';
import { smallestUnits } from './decimal.js';

/**
 * Cash discount terms in the payment terms (BT-20) as BR-DE-18 writes them, one per line:
 * `#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=100.00#`. Lines of other shape are prose and stay prose.
 *
 * @returns the terms, highest discount first
 */
export function skontoTerms(paymentTerms: string, currency: string): Skonto[] {
  const terms = paymentTerms.split(/\r?\n/).flatMap((line) => term(line.trim(), currency) ?? []);
  return terms.sort((a, b) => b.prozentHundertstel - a.prozentHundertstel);
}

function term(line: string, currency: string): Skonto | null {
  const match = /^#SKONTO#TAGE=(\d{1,3})#PROZENT=(\d{1,2})\.(\d{2})#(?:BASISBETRAG=(-?\d+\.\d{2})#)?$/.exec(line);
  if (!match) return null;
  const [, tage = '', prozent = '', hundertstel = '', basisbetrag] = match;
  return {
    tage: Number(tage),
    prozentHundertstel: Number(`${prozent}${hundertstel}`),
    basisbetragCent: basisbetrag === undefined ? null : smallestUnits(basisbetrag, currency),
  };
}
