import { writeFile } from 'node:fs/promises';
import { pdfOf, type FileToRedact, type NotRedactable } from './source.js';

/** Writes the pages on which areas are marked: for a picture the PDF that it becomes, for a PDF itself. */
export async function writePicturePages({
  target,
  ...file
}: FileToRedact & { target: string }): Promise<NotRedactable | 'written'> {
  const bytes = await pdfOf(file);
  if (typeof bytes === 'string') return bytes;
  await writeFile(target, bytes, { mode: 0o600 });
  return 'written';
}
