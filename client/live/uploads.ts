import { inject, Injectable, type Signal, signal } from '@angular/core';
import type { UploadProgress } from '../../server/contract/upload-views.js';
import { Api } from './api.js';
import type { Answer, Refusal } from './refusal.js';
import { sendPieces } from './send-pieces.js';

/** One file on its way, as a screen shows it. */
export interface RunningUpload {
  readonly name: string;
  readonly size: number;
  /** Bytes that are safe on the server. */
  readonly arrived: Signal<number>;
  /** `waiting`: the line is broken; it goes on by itself, or at once by `resume`. */
  readonly state: Signal<'sending' | 'waiting'>;
  readonly resume: () => void;
  readonly cancel: () => void;
}

/** Waits before a broken line is tried again: a lost radio cell is back in seconds, a restarted server in half a minute. */
const WAIT_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Brings files to the server, of any size and over bad lines. A screen hands the `id` of what comes back to an act that
 * takes an `uploadId`. Uploads run on while their person looks at other screens; `lm-upload-list` shows them.
 */
@Injectable({ providedIn: 'root' })
export class Uploads {
  readonly running = signal<readonly RunningUpload[]>([]);

  private readonly api = inject(Api);

  constructor() {
    // The browser asks before it closes a page that is still sending.
    addEventListener('beforeunload', (event) => {
      if (this.running().length > 0) event.preventDefault();
    });
  }

  /** @returns the upload that an act can take, the refusal that ended it, or null when the person cancelled it */
  async send(file: File): Promise<Answer<UploadProgress> | null> {
    const abort = new AbortController();
    const [arrived, state] = [signal(0), signal<'sending' | 'waiting'>('sending')];
    let wake = () => {};
    const upload: RunningUpload = {
      name: file.name,
      size: file.size,
      arrived: arrived.asReadonly(),
      state: state.asReadonly(),
      resume: () => wake(),
      cancel: () => abort.abort(),
    };
    const pause = (_refusal: Refusal, attempt: number) => {
      state.set('waiting');
      return new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, WAIT_MS[Math.min(attempt, WAIT_MS.length) - 1]);
        addEventListener('online', () => resolve(), { once: true });
        abort.signal.addEventListener('abort', () => resolve());
      });
    };
    this.running.update((all) => [...all, upload]);
    try {
      return await sendPieces(this.api, file, {
        abort: abort.signal,
        arrived: (bytes) => {
          arrived.set(bytes);
          state.set('sending');
        },
        pause,
      });
    } catch (error) {
      if (abort.signal.aborted) return null;
      return unreadable(file, error);
    } finally {
      this.running.update((all) => all.filter((other) => other !== upload));
    }
  }
}

/** The file was moved, changed or its drive taken away while it was sent. */
function unreadable(file: File, error: unknown): Refusal {
  if (!(error instanceof DOMException)) throw error;
  return {
    kind: 'rejection',
    code: 'client.fileUnreadable',
    status: 0,
    message: {
      de: `${file.name} lässt sich nicht mehr lesen: Die Datei wurde verschoben oder geändert.`,
      en: `${file.name} can no longer be read: the file was moved or changed.`,
    },
    remedy: { de: 'Bitte die Datei noch einmal wählen.', en: 'Please choose the file again.' },
    reasons: [],
  };
}
