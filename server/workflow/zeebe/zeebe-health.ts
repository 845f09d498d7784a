import type { HealthView } from '../../contract/views.js';
import type { ZeebeEngine } from './zeebe-engine.js';

type Part = HealthView['parts'][number];

/** The light of the cluster. While it is away the inbox works on; what is decided is handed over later. */
export function zeebeHealth({ link, pollers }: Pick<ZeebeEngine, 'link' | 'pollers'>): Part {
  const name = 'zeebe';
  const state = link.state();
  if (state.kind === 'away') {
    const since = state.since.toISOString().slice(0, 16).replace('T', ' ');
    return {
      name,
      state: 'degraded',
      de: `Zeebe ist seit ${since} UTC nicht erreichbar; Erledigtes wird weitergeleitet, sobald es wieder da ist`,
      en: `Zeebe has been unreachable since ${since} UTC; what is completed is passed on as soon as it is back`,
    };
  }
  const foreign = pollers.foreign();
  if (foreign > 0) {
    return {
      name,
      state: 'degraded',
      de: `Zeebe hat ${foreign} ${foreign === 1 ? 'Auftrag' : 'Aufträge'} geliefert, die zu keinem hier in Kraft gesetzten Modell gehören`,
      en: `Zeebe delivered ${foreign} ${foreign === 1 ? 'job' : 'jobs'} that belong to no model deployed here`,
    };
  }
  return { name, state: 'ok', de: 'Zeebe erreichbar', en: 'Zeebe reachable' };
}
