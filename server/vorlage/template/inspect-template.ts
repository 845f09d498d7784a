import { guardArchive } from '../../posteingang/examination/guard-archive.js';
import { placesOfPart } from './fill-part.js';
import { judgePackage, type JudgedPackage, type TemplateFault } from './judge-package.js';
import { readPackage } from './package-entries.js';
import { TEXT_FORMS, type TemplateKind } from './text-form.js';

/** What a file says of itself as a template. */
export type TemplateReading =
  | {
      readonly kind: TemplateKind;
      readonly places: readonly string[];
      /** Pieces of text with a brace pair that has no counterpart. */
      readonly broken: readonly string[];
    }
  | { readonly faults: readonly TemplateFault[] };

/** Reads a file that shall become a template; runs in a worker process, because its bytes are hostile. */
export async function inspectTemplate({ path, size }: { path: string; size: number }): Promise<TemplateReading> {
  const judged = await openTemplate(path, size);
  if ('faults' in judged) return judged;
  const form = TEXT_FORMS[judged.kind];
  const found = judged.entries
    .filter(({ name }) => form.parts.test(name))
    .map(({ tokens }) => placesOfPart(tokens ?? [], form));
  return {
    kind: judged.kind,
    places: [...new Set(found.flatMap(({ places }) => places))],
    broken: [...new Set(found.flatMap(({ broken }) => broken))],
  };
}

/** Opens the package, or says why it is none that may be opened. */
export async function openTemplate(
  path: string,
  size: number,
): Promise<JudgedPackage | { readonly faults: readonly TemplateFault[] }> {
  const { objection, macro } = await guardArchive(path, size);
  if (objection) return { faults: [{ code: objection === 'archive.damaged' ? 'noTemplate' : 'tooLarge', found: '' }] };
  if (macro === 'present') return { faults: [{ code: 'macro', found: 'vbaProject.bin' }] };
  try {
    return judgePackage(await readPackage(path));
  } catch (error) {
    return { faults: [{ code: 'damaged', found: error instanceof Error ? error.message : String(error) }] };
  }
}
