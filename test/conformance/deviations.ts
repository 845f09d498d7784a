/** Where the embedded engine differs from Zeebe 8.5.8 on purpose, by the name of the case. DEVIATIONS.md explains. */
export const DEVIATIONS: Readonly<Record<string, string>> = {
  'Exclusive gateway: a missing variable in an equation':
    'a name that nobody has is a fault in every decision, not null (DECISIONS 17)',
  'Refused: a process id twice in one deployment':
    'a deployment is one file, in which an id is refused twice; a second file is the next version',
  'A decision that lacks its input': 'a name that nobody has is a fault in every decision, not null (DECISIONS 17)',
  'A priority without allowed values': 'refused: without an order of the values there is no priority',
  'A flow that leads back into a start event': 'refused: BPMN 2.0.2 forbids it, and Zeebe runs it in silence',
  'Taken in silence: a task definition at an event that throws nothing': 'a worker that is never asked would be missed',
  'Taken in silence: a process that only an error would start': 'nothing can start it',
  'Taken in silence: a mapping at a manual task': 'what has no effect is refused (DECISIONS 20)',
  'Taken in silence: an unknown extension': 'the same; it may belong to a later version',
  'Taken in silence: an expression of nothing': 'nobody means an expression without a word',
  'Taken in silence: a default flow with a condition': 'two answers to one question',
  'Taken in silence: a link to which no event leads': 'a link that was renamed at one end only',
  'Taken in silence: an event sub-process with an incoming flow': 'BPMN 2.0.2 forbids it',
  'Taken in silence: an event at the edge of an event sub-process':
    'BPMN 2.0.2 allows them at activities in the flow only',
  'Taken in silence: an error event whose error has no code': 'half filled in; catching all is said by no error at all',
  'Taken in silence: a completion condition without an equals sign': 'never true',
  'Taken in silence: a throw event of an error': 'nobody would hear the error',
  'A token is put on the process itself': 'refused: Zeebe ends the instance and starts another under its name',
  'A token is put on a handler of compensation': 'refused: it would undo what was not done',
  'A token is put into a scope that ends with it': 'the scope begins anew: Zeebe leaves an instance that never goes on',
};

/** Cases whose element the embedded engine cannot do yet, with what is missing. The list only shrinks. */
export const NOT_YET: Readonly<Record<string, string>> = {};
