/** Whether Dokumente can be edited in the browser here, and which. */
export interface EditorView {
  /** `none`: no editor server is set up. `away`: it does not answer. */
  readonly state: 'ready' | 'none' | 'away';
  /** Extensions of the files that it edits. */
  readonly extensions: readonly string[];
  /** Where the editor comes from; the page listens to messages of this origin alone. */
  readonly origin: string | null;
}
