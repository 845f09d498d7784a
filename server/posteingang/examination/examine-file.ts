import type { Examination } from '../../contract/examination.js';
import type { StoredObject } from '../../platform/objects/object-store.js';
import { scratchFolderAtNeed } from '../../platform/scratch-folder.js';
import { collectPieces, type CollectedPieces } from './collect-pieces.js';
import { composeExamination, judgePieces, type Verdict } from './compose-examination.js';
import { contentOf, type SentContent } from './content.js';
import { createPartStore } from './part-store.js';
import type { Piece } from './piece.js';

export interface ExaminationRequest extends StoredObject {
  readonly content: SentContent;
  /** Declared name. */
  readonly name: string;
  /** Folder for the parts, made where there are some; whoever asked removes it. */
  readonly scratch: string;
}

/** What every kind of look answers. */
export interface LookedInto {
  /** Whether it has made the scratch folder. */
  readonly onDisk: boolean;
}

export interface ExaminationResult extends LookedInto {
  readonly examination: Examination;
  /** Where the bytes of each part lie, by position. */
  readonly partPaths: readonly string[];
}

export interface JudgementResult extends LookedInto {
  readonly verdict: Verdict;
}

/** The whole examination of one file; runs in a worker process, because everything here reads hostile bytes. */
export async function examineFile(request: ExaminationRequest): Promise<ExaminationResult> {
  const { collected, original, onDisk } = await takeApart(request);
  const partPaths = collected.parts.map(({ stored }) => stored.path);
  return { examination: composeExamination(collected, original), partPaths, onDisk };
}

/** The same look for somebody who knows already what the file is about. */
export async function judgeFile(request: ExaminationRequest): Promise<JudgementResult> {
  const { collected, original, onDisk } = await takeApart(request);
  return { verdict: judgePieces(collected, original), onDisk };
}

async function takeApart(
  request: ExaminationRequest,
): Promise<LookedInto & { collected: CollectedPieces; original: Piece }> {
  const { size, sha256, name } = request;
  const scratch = scratchFolderAtNeed(request.scratch, 'path' in request.content ? 'made' : 'missing');
  const file = { content: contentOf(request.content, scratch), size, name };
  const collected = await collectPieces(file, createPartStore(scratch));
  const original: Piece = {
    position: null,
    kind: 'attachment',
    name,
    originalName: null,
    parent: null,
    stored: { size, sha256 },
    report: collected.original,
  };
  return { collected, original, onDisk: scratch.isMade() };
}
