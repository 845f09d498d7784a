/** What the composed file says about itself on its first page. */
export interface CoverSheet {
  /** Name of the authority. */
  readonly mandant: string;
  /** What was put together, such as an Aktenzeichen with its Betreff. */
  readonly title: string;
  /** What kind of file this is: "Akte mit Register", "Akteneinsicht". */
  readonly kind: string;
  /** Name and value, one under the other. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Sentences below, such as what this copy does not prove. */
  readonly notes: readonly string[];
  /** null: the file tells no time, so that equal content has equal bytes. */
  readonly createdAt: Date | null;
}

/** Why there are no pages of the bytes themselves. */
export type Replacement = 'encrypted' | 'damaged' | 'layers' | 'dynamicForm' | 'tooLarge' | 'kind';

/** One entry of the register. */
export type RegisterPart =
  | { readonly kind: 'heading'; readonly title: string }
  | {
      readonly kind: 'dokument';
      readonly ordnungsnummer: string;
      /** As it shall be read, such as 24.11.2026; empty where there is none. */
      readonly date: string;
      readonly betreff: string;
      readonly content: PartContent;
    };

export type PartContent =
  | {
      /** A PDF, PNG or JPEG. Read when its turn comes, so that only one of them lies in memory beside the result. */
      readonly kind: 'bytes';
      readonly mime: string;
      readonly name: string;
      readonly sha256: string;
      read(): Promise<Uint8Array>;
    }
  | {
      /** Nothing that could be shown as pages; a page says so. */
      readonly kind: 'placeholder';
      readonly name: string;
      readonly sha256: string;
      /** A whole sentence for people. */
      readonly reason: string;
    };

/** Where a part begins, counted through the whole file from 1. */
export interface PlacedPart {
  readonly part: RegisterPart;
  readonly firstPage: number;
  readonly pages: number;
  readonly replaced: Replacement | null;
}

export interface ComposedRegister {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly parts: readonly PlacedPart[];
}
