import { SaxesParser } from 'saxes';

/** The text between the tags, a line for each element that `breaks`. Entities of a DTD are never read. */
export function xmlText(xml: string, breaks: (name: string) => boolean = () => true): string {
  const parser = new SaxesParser({ xmlns: false });
  let text = '';
  parser.on('text', (piece) => (text += piece));
  parser.on('cdata', (piece) => (text += piece));
  parser.on('closetag', ({ name }) => {
    if (breaks(name)) text += '\n';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n');
}
