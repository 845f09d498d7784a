/**
 * Takes out of the menus of the library what the engine does not run: a palette of our own replaces its palette, and the
 * menu „change element“ offers only what the deployment check accepts. Foreign models still open and show everything.
 */
export const onlyWhatRuns = {
  __init__: ['laufmappeMenus'],
  laufmappeMenus: ['type', Menus],
  paletteProvider: ['value', {}],
};

type Entries = Record<string, unknown>;

interface PopupMenu {
  registerProvider(
    menu: string,
    priority: number,
    provider: { getPopupMenuEntries(): (entries: Entries) => Entries },
  ): void;
}

interface ContextPad {
  registerProvider(priority: number, provider: { getContextPadEntries(): (entries: Entries) => Entries }): void;
}

const REPLACEMENTS = new Set([
  'replace-with-none-start',
  'replace-with-message-start',
  'replace-with-none-end',
  'replace-with-error-end',
  'replace-with-terminate-end',
  'replace-with-timer-boundary',
  'replace-with-non-interrupting-timer-boundary',
  'replace-with-error-boundary',
  'replace-with-exclusive-gateway',
  'replace-with-parallel-gateway',
  'replace-with-user-task',
  'replace-with-service-task',
  'replace-with-expanded-subprocess',
  'replace-with-event-subprocess',
  'toggle-parallel-mi',
  'toggle-sequential-mi',
  'toggle-is-interrupting',
  'toggle-non-interrupting',
]);

const APPENDS_NOT_RUN = [
  'append.intermediate-event',
  'append.receive-task',
  'append.message-intermediate-event',
  'append.timer-intermediate-event',
  'append.condition-intermediate-event',
  'append.signal-intermediate-event',
  'append.compensation-activity',
];

/** Runs after the library's own providers, which have a priority of 1,000. */
const LAST = 100;

function Menus(popupMenu: PopupMenu, contextPad: ContextPad): void {
  popupMenu.registerProvider('bpmn-replace', LAST, {
    getPopupMenuEntries: () => (entries) =>
      Object.fromEntries(Object.entries(entries).filter(([id]) => REPLACEMENTS.has(id))),
  });
  contextPad.registerProvider(LAST, {
    getContextPadEntries: () => (entries) =>
      Object.fromEntries(Object.entries(entries).filter(([id]) => !APPENDS_NOT_RUN.includes(id))),
  });
}
Menus.$inject = ['popupMenu', 'contextPad'];
