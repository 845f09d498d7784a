import type { Examination } from '../../contract/examination.js';
import { collectPieces } from './collect-pieces.js';
import { composeExamination } from './compose-examination.js';
import type { FileOnDisk } from './inspect-file.js';
import { createPartStore } from './part-store.js';

export interface ExaminationRequest extends FileOnDisk {
  readonly sha256: string;
  /** Empty folder for the parts; whoever asked removes it. */
  readonly scratch: string;
}

export interface ExaminationResult {
  readonly examination: Examination;
  /** Where the bytes of each part lie, by position. */
  readonly partPaths: readonly string[];
}

/** The whole examination of one file; runs in a worker process, because everything here reads hostile bytes. */
export async function examineFile(request: ExaminationRequest): Promise<ExaminationResult> {
  const { path, size, sha256, name, scratch } = request;
  const collected = await collectPieces({ path, size, name }, createPartStore(scratch));
  const examination = composeExamination(collected, {
    position: null,
    kind: 'attachment',
    name,
    originalName: null,
    parent: null,
    stored: { path, size, sha256 },
    report: collected.original,
  });
  return { examination, partPaths: collected.parts.map(({ stored }) => stored.path) };
}
