/** One observation about a model or a message: which element, how bad, in both languages. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** Element id of a model, or path in a message. */
  at: string;
  de: string;
  en: string;
}
