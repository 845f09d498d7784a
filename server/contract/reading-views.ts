/** What a file says about itself, in the order in which a page shows it. Everything in it is the file's own claim. */
export interface FileFacts {
  properties: FileProperty[];
  /** Why there are none, or not all. */
  unreadable: Unreadable | null;
}

export interface FileProperty {
  name: PropertyName;
  value: string;
}

export type PropertyName =
  | 'title'
  | 'subject'
  | 'author'
  | 'lastModifiedBy'
  | 'keywords'
  | 'application'
  | 'producer'
  | 'created'
  | 'modified'
  | 'revision'
  | 'pages'
  | 'width'
  | 'height'
  | 'format';

/** `kind`: nothing here reads such files; `guarded`: reading took too long or too much, and was ended. */
export type Unreadable = 'kind' | 'tooLarge' | 'encrypted' | 'damaged' | 'noText' | 'guarded' | 'tooDifferent';

/** `GET /api/dokumente/:id/vergleich?alt=1&neu=2`: the text of two versions, word by word, or why there is no comparison. */
export type Comparison =
  | { kind: 'compared'; parts: ComparedPart[]; extent: 'whole' | 'beginning' }
  | { kind: 'unreadable'; version: number; reason: Unreadable };

export interface ComparedPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}
