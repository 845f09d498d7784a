import type { HealthView } from '../../contract/views.js';
import type { ZeebeEngine } from './zeebe-engine.js';

type Part = HealthView['parts'][number];

/** The light of the cluster. While it is away the inbox works on; what is decided is handed over later. */
export function zeebeHealth({ link, pollers, unseenStarts }: ZeebeEngine): Part {
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
  if (state.kind === 'strange') {
    return {
      name,
      state: 'degraded',
      de: 'Dieser Zeebe kennt nicht, was auf ihm läuft: Seine Daten fehlen oder sind älter. Bis sie zurückgespielt sind, wird nichts geholt und nichts beendet; der Eingangskorb arbeitet weiter',
      en: 'This Zeebe does not know what runs on it: its data is missing or older. Until it is restored nothing is fetched and nothing ended; the inbox works on',
    };
  }
  const { foreign, unmodelled } = pollers.strangers();
  if (unmodelled > 0) {
    return {
      name,
      state: 'degraded',
      de: `Zeebe liefert ${unmodelled} ${unmodelled === 1 ? 'Auftrag' : 'Aufträge'} zu Modellen, die hier nicht in Kraft gesetzt sind`,
      en: `Zeebe delivers ${unmodelled} ${unmodelled === 1 ? 'job' : 'jobs'} of models that are not deployed here`,
    };
  }
  const unseen = unseenStarts();
  if (unseen > 0) {
    return {
      name,
      state: 'degraded',
      de: `${unseen} ${unseen === 1 ? 'Ablauf ist' : 'Abläufe sind'} an Zeebe übergeben, aber seit zehn Minuten ist kein erster Schritt gekommen; in den Werkzeugen von Zeebe nachsehen`,
      en: `${unseen} ${unseen === 1 ? 'process was' : 'processes were'} handed to Zeebe, but no first step has come for ten minutes; look with the tools of Zeebe`,
    };
  }
  // Somebody else on the same cluster is no fault of ours; they have to know that we hold their jobs for ten minutes.
  return foreign === 0
    ? { name, state: 'ok', de: 'Zeebe erreichbar', en: 'Zeebe reachable' }
    : {
        name,
        state: 'ok',
        de: `Zeebe erreichbar; ${foreign} ${foreign === 1 ? 'Auftrag gehört' : 'Aufträge gehören'} niemandem hier`,
        en: `Zeebe reachable; ${foreign} ${foreign === 1 ? 'job belongs' : 'jobs belong'} to nobody here`,
      };
}
