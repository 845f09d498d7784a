import yauzl from 'yauzl';
import type { NoteCode } from './notes.js';

export interface ArchiveReport {
  /** What speaks against taking the archive in at all, or null. */
  readonly objection: Extract<NoteCode, 'archive.bomb' | 'archive.tooManyEntries' | 'archive.damaged'> | null;
  readonly macro: 'present' | 'absent';
}

const MOST_ENTRIES = 10_000;
/** Office files reach 20:1 on sparse sheets; criterion E2 ends at 200:1. */
const HIGHEST_RATIO = 200;
const LARGEST_CONTENT = 1_000_000_000;

/**
 * Judges a ZIP, or an office file that is one, by its directory alone: nothing is unpacked, so nothing can explode.
 *
 * @param path file on disk
 * @param size of the file in bytes
 */
export function guardArchive(path: string, size: number): Promise<ArchiveReport> {
  return new Promise((resolve) => {
    let macro: ArchiveReport['macro'] = 'absent';
    let content = 0;
    yauzl.open(
      path,
      { lazyEntries: true, autoClose: true, decodeStrings: true, strictFileNames: false },
      (error, zip) => {
        if (error) return resolve({ objection: 'archive.damaged', macro });
        const finish = (objection: ArchiveReport['objection']) => {
          zip.close();
          resolve({ objection, macro });
        };
        if (zip.entryCount > MOST_ENTRIES) return finish('archive.tooManyEntries');
        zip.on('error', () => finish('archive.damaged'));
        zip.on('end', () => finish(null));
        zip.on('entry', (entry: yauzl.Entry) => {
          content += entry.uncompressedSize;
          if (content > LARGEST_CONTENT || content > size * HIGHEST_RATIO) return finish('archive.bomb');
          // vbaProject.bin: Office; Basic/ and Scripts/: OpenDocument.
          if (/(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/./i.test(entry.fileName)) macro = 'present';
          zip.readEntry();
        });
        zip.readEntry();
      },
    );
  });
}
