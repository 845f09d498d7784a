import { inject } from '@angular/core';
import { REASONS } from '../../../server/contract/schwaerzung-views.js';
import { Language } from '../../live/language.js';
import type { SelectOption } from '../../ui/field/select.js';

/** The reasons as a list to choose from, each with its paragraph first. */
export function reasonOptions(language: Language = inject(Language)): SelectOption[] {
  return Object.entries(REASONS).map(([value, { paragraph, meaning }]) => ({
    value,
    label: paragraph === '' ? language.pick(meaning) : `${paragraph}: ${language.pick(meaning)}`,
  }));
}
