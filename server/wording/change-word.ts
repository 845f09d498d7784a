import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { TERM_IDS } from '../contract/wording-views.js';
import { act } from '../platform/act.js';
import { lineOfText } from '../platform/typed-text.js';
import { refuseForms, refuseTaken, termOf } from './wording.js';
import { lockWord, saveWord } from './wording.store.js';
import { loadOwnWords } from './wording.views.js';

/** Letters with what stands between them in a word or two: no sign that could end a sentence or a label. */
const WORD = /^\p{L}[\p{L}\p{M}]*(?:[ .-]{1,2}[\p{L}\p{M}]+)*\.?$/u;

const input = z.object({
  term: z.enum(TERM_IDS),
  language: z.enum(['de', 'en']),
  forms: z.array(lineOfText(40).regex(WORD)).min(1).max(8).nullable(),
  version: z.int(),
});

/** From now on the interface says a word as this authority does, or as everybody does again. */
export const changeWord = act('wording.changeWord', input, async (tx, { term, language, forms, version }) => {
  const unfit = refuseForms(term, language, forms);
  if (unfit) return unfit;
  const before = await lockWord(tx, term, language);
  if (before.version !== version) return reject('platform.stale');
  const taken = forms && refuseTaken({ term, language, forms }, await loadOwnWords(tx));
  if (taken) return taken;
  const saved = await saveWord(tx, term, language, { forms, version });
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: { word: termOf(term, language)?.forms[0] ?? term, language, before: before.forms, forms },
  });
  return { version: saved, before: before.forms };
});
