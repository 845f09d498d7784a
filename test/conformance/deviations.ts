/** Where the embedded engine differs from Zeebe 8.5.8 on purpose, by the name of the case. DEVIATIONS.md explains. */
export const DEVIATIONS: Readonly<Record<string, string>> = {
  'Exclusive gateway: a missing variable in an equation':
    'a name that nobody has is a fault in every decision, not null (DECISIONS 17)',
  'A flow that leads back into a start event': 'refused: BPMN 2.0.2 forbids it, and Zeebe runs it in silence',
};

/** Cases whose element the embedded engine cannot do yet, with what is missing. The list only shrinks. */
export const NOT_YET: Readonly<Record<string, string>> = {
  'Two processes in one file, one calls the other': 'several processes in one file are being built',
  'Two processes in one file start by one signal': 'several processes in one file are being built',
  'A file with two processes replaces the timer of each': 'several processes in one file are being built',
  'Refused: a process id twice in one deployment': 'a deployment takes one file',
};
