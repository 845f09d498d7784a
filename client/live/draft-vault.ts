import { inject, Injectable } from '@angular/core';
import { DraftRows, type SealedDraft } from './draft-rows.js';

/** What somebody has typed into a form and not sent. */
export interface Draft {
  /** Instant of the last key stroke, by the server's clock. */
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whose drafts these are: bound into each of them, so that none opens for anybody else. */
interface Owner {
  readonly personId: string;
  readonly key: CryptoKey;
}

const NONCE_BYTES = 12;
/** A disk answers in milliseconds; a form and a sign-out wait for it, and must not wait for one that hangs. */
const PATIENCE_MS = 2_000;

/**
 * Drafts on the disk of the browser, each encrypted with the key of the sign-in, which is kept in memory only. It never fails:
 * where a browser has no WebCrypto (a page over plain http) or keeps nothing, drafts live as long as their page, as if this
 * did not exist. Everything happens in the order in which it was asked for.
 */
@Injectable({ providedIn: 'root' })
export class DraftVault {
  private readonly rows = inject(DraftRows);
  private readonly unwritten = new Map<string, Draft | null>();
  private owner: Owner | null = null;
  private work: Promise<void> = Promise.resolve();

  /**
   * Opens for the person of a new sign-in, gives what they can read and removes the rest: nobody will ever read it again.
   * @param draftKey of the session: 256 bits, base64url; empty for none
   */
  async open(draftKey: string, personId: string): Promise<ReadonlyMap<string, Draft>> {
    const found = new Map<string, Draft>();
    await this.inTurn(async () => {
      this.owner = null;
      const key = await importKey(draftKey);
      if (key === null) return null;
      const owner = { personId, key };
      for (const row of await this.rows.all()) {
        const draft = await unseal(owner, row);
        if (draft === null) await this.rows.remove(row.id);
        else found.set(row.id, draft);
      }
      return owner;
    });
    return found;
  }

  /**
   * Keeps the draft of an Aufgabe, or removes it. Of many key strokes only the last one is written.
   * @returns when it has been tried; nobody has to wait for it
   */
  put(aufgabeId: string, draft: Draft | null): Promise<void> {
    this.unwritten.set(aufgabeId, draft);
    return this.inTurn(() => this.write());
  }

  /** Closes, and leaves nothing behind. */
  erase(): Promise<void> {
    this.unwritten.clear();
    return this.inTurn(async () => {
      await this.rows.clear();
      return null;
    });
  }

  private async write(): Promise<Owner | null> {
    const drafts = [...this.unwritten];
    this.unwritten.clear();
    const { owner } = this;
    if (owner === null) return null;
    for (const [id, draft] of drafts) {
      if (draft === null) await this.rows.remove(id);
      else await this.rows.put(await seal(owner, id, draft));
    }
    return owner;
  }

  /**
   * Does a step after those before it; it says who the owner is then. After a failure, or a disk that does not answer, nothing
   * more is kept until the next sign-in: a full disk stays full, and nobody shall wait for it with every key stroke.
   */
  private inTurn(step: () => Promise<Owner | null>): Promise<void> {
    this.work = this.work.then(() =>
      within(PATIENCE_MS, step()).then(
        (owner) => void (this.owner = owner),
        () => void (this.owner = null),
      ),
    );
    return this.work;
  }
}

async function importKey(draftKey: string): Promise<CryptoKey | null> {
  // Browsers withhold WebCrypto from pages over plain http outside localhost, against its type.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined || draftKey === '') return null;
  const bytes = Uint8Array.from(atob(draftKey.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  return subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function seal(owner: Owner, id: string, draft: Draft): Promise<SealedDraft> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  return { id, nonce, sealed: await crypto.subtle.encrypt(algorithm(owner, id, nonce), owner.key, plain) };
}

/** Null: written under another key, for another person or Aufgabe, or not by us. */
async function unseal(owner: Owner, { id, nonce, sealed }: SealedDraft): Promise<Draft | null> {
  try {
    const plain = await crypto.subtle.decrypt(algorithm(owner, id, nonce), owner.key, sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  } catch {
    return null;
  }
}

function algorithm({ personId }: Owner, id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${personId} ${id}`) };
}

async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the disk of the browser does not answer')), milliseconds);
  });
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
