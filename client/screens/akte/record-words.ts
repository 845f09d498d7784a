import type { Medium } from '../../../server/contract/akte-views.js';

export const MEDIEN: Readonly<Record<Medium, string>> = {
  elektronisch: $localize`:@@akte.elektronisch:elektronisch`,
  hybrid: $localize`:@@akte.hybrid:hybrid (mit Papierteil)`,
  papier: $localize`:@@akte.papier:Papier`,
};
