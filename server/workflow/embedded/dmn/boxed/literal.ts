import { textOf } from '../../compile/moddle.js';
import { readFeelText, type ReadBox } from './reading.js';

/** Names by which FEEL is called in models of DMN 1.1 to 1.5. */
const isFeel = /(^|\/)feel\/?$/i;

/** A literal expression: one FEEL text. Without a text it is null. */
export const literalExpression: ReadBox = (node, reading) => {
  const language = textOf(node, 'expressionLanguage');
  if (language !== undefined && !isFeel.test(language))
    reading.report.add('dmn.language', reading.at, { what: language });
  const text = textOf(node, 'text');
  return text === undefined ? () => null : readFeelText(text, reading);
};
