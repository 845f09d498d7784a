/**
 * Beginning of the ids of processes that the system makes itself: one for each shape of a Laufweg. Nobody deploys them by
 * hand, and whoever chooses a process is not shown them.
 */
export const MADE_PROCESSES = 'laufweg-';
