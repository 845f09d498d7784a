import type { Sentence } from '../../../contract/rejections.js';

/** What the deployment check can say about a model. `{name}` places are filled; severity is `error` unless stated. */
export const FINDING_TEXTS = {
  'xml.unreadable': {
    de: 'Die Datei ist kein lesbares BPMN-Modell: {cause}',
    en: 'The file is not a readable BPMN model: {cause}',
  },
  'xml.doctype': {
    de: 'Das Modell enthält eine DOCTYPE-Angabe. Bitte entfernen; sie könnte fremde Dateien nachladen.',
    en: 'The model contains a DOCTYPE. Please remove it; it could load foreign files.',
  },
  'xml.tooLarge': {
    de: 'Das Modell ist größer als {limit} MB.',
    en: 'The model is larger than {limit} MB.',
  },
  'xml.content': {
    de: 'Unbekannter oder doppelter Inhalt im Modell: {cause}',
    en: 'Unknown or duplicate content in the model: {cause}',
  },
  'process.none': {
    de: 'Das Modell enthält keinen ausführbaren Prozess (isExecutable="true").',
    en: 'The model contains no executable process (isExecutable="true").',
  },
  'element.unsupported': {
    de: 'Das Element „{what}“ wird noch nicht unterstützt.',
    en: 'The element “{what}” is not supported yet.',
  },
  'element.noId': {
    de: 'Ein Element vom Typ „{what}“ hat keine Kennung (id).',
    en: 'An element of type “{what}” has no id.',
  },
  'event.unsupported': {
    de: 'Ein Ereignis vom Typ „{what}“ ist an dieser Stelle nicht möglich.',
    en: 'An event of type “{what}” is not possible here.',
  },
  'event.incomplete': {
    de: 'Dem Ereignis fehlt eine Angabe: {what}.',
    en: 'The event lacks {what}.',
  },
  'event.timer': {
    de: 'Die Zeitangabe „{what}“ ist nicht lesbar.',
    en: 'The time “{what}” cannot be read.',
  },
  'extension.unsupported': {
    de: 'Die Zeebe-Angabe „{what}“ hat hier keine Wirkung oder wird noch nicht unterstützt.',
    en: 'The Zeebe extension “{what}” has no effect here or is not supported yet.',
  },
  'extension.foreign': {
    de: 'Die fremde Angabe „{what}“ wird nicht beachtet.',
    en: 'The foreign extension “{what}” is ignored.',
  },
  'extension.twice': {
    de: 'Die Zeebe-Angabe „{what}“ steht zweimal an diesem Element.',
    en: 'The Zeebe extension “{what}” is given twice at this element.',
  },
  'extension.incomplete': {
    de: 'Der Angabe „{what}“ fehlt ein Wert: {field}.',
    en: 'The extension “{what}” lacks {field}.',
  },
  'job.missing': {
    de: 'Der Aufgabe fehlt die Angabe „{what}“.',
    en: 'The task lacks “{what}”.',
  },
  'call.missing': {
    de: 'Der Aufruf-Aktivität fehlt die Angabe „zeebe:calledElement“.',
    en: 'The call activity lacks “zeebe:calledElement”.',
  },
  'call.loopOutput': {
    de: 'Die aufgerufenen Prozesse überschreiben die Liste „{what}“. Bitte „alle Variablen übernehmen“ ausschalten und Ausgaben zuordnen.',
    en: 'The called processes overwrite the list “{what}”. Please switch off “propagate all child variables” and map outputs.',
  },
  'decision.notDeployed': {
    de: 'Die Entscheidung „{what}“ ist noch nicht in Kraft. Bis dahin bleibt der Ablauf hier stehen.',
    en: 'The decision “{what}” is not deployed yet. Until then the process stops here.',
  },
  'expression.static': {
    de: '„{what}“ muss ein FEEL-Ausdruck sein und mit „=“ beginnen.',
    en: '“{what}” must be a FEEL expression and begin with “=”.',
  },
  'form.unknown': {
    de: 'Das Formular „{what}“ liegt nicht im Modell. Bitte ein eingebettetes Formular wählen.',
    en: 'The form “{what}” is not part of the model. Please choose an embedded form.',
  },
  'form.unreadable': {
    de: 'Das Formular „{what}“ ist kein lesbares form-js-Schema.',
    en: 'The form “{what}” is not a readable form-js schema.',
  },
  'userTask.zeebe': {
    de: 'Die Umsetzung „zeebe:userTask“ braucht einen zweiten Speicher von Zeebe. Bitte die Umsetzung „Job worker“ wählen.',
    en: 'The implementation “zeebe:userTask” needs Zeebe’s secondary store. Please choose “Job worker”.',
  },
  'loop.standard': {
    de: 'Die einfache Schleife hätte auf Zeebe keine Wirkung. Bitte Mehrfachausführung verwenden.',
    en: 'The standard loop would have no effect on Zeebe. Please use multi-instance.',
  },
  'loop.unsupported': {
    de: 'Eine Mehrfachausführung ist an diesem Element nicht möglich.',
    en: 'Multi-instance is not possible on this element.',
  },
  'flow.conditionMissing': {
    de: 'Der Sequenzfluss aus dem Gateway braucht eine Bedingung oder muss der Standardfluss sein.',
    en: 'The sequence flow out of the gateway needs a condition or must be the default flow.',
  },
  'flow.conditionMisplaced': {
    de: 'Bedingungen sind nur an Sequenzflüssen aus exklusiven und inklusiven Gateways möglich.',
    en: 'Conditions are possible only on sequence flows out of exclusive and inclusive gateways.',
  },
  'gateway.inclusiveJoin': {
    de: 'Ein inklusives Gateway kann nicht zusammenführen. Bitte nur einen eingehenden Sequenzfluss.',
    en: 'An inclusive gateway cannot join. Please only one incoming sequence flow.',
  },
  'gateway.events': {
    de: 'Ein ereignisbasiertes Gateway braucht mindestens zwei Ereignisse (Nachricht, Zeit oder Signal), zu denen sonst kein Sequenzfluss führt.',
    en: 'An event-based gateway needs at least two events (message, timer or signal) to which no other sequence flow leads.',
  },
  'gateway.sameMessage': {
    de: 'Zwei Ereignisse hinter dem Gateway warten auf dieselbe Nachricht.',
    en: 'Two events behind the gateway wait for the same message.',
  },
  'link.target': {
    de: 'Zum Link „{what}“ gibt es in diesem Bereich nicht genau ein Ziel.',
    en: 'The link “{what}” does not have exactly one target in this scope.',
  },
  'link.unused': {
    de: 'Zu diesem Link „{what}“ führt kein Ereignis.',
    en: 'No event leads to this link “{what}”.',
  },
  'flow.conditionStatic': {
    de: 'Die Bedingung „{what}“ muss ein FEEL-Ausdruck sein und mit „=“ beginnen.',
    en: 'The condition “{what}” must be a FEEL expression and begin with “=”.',
  },
  'flow.default': {
    de: 'Der Standardfluss darf keine Bedingung haben und muss aus diesem Gateway führen.',
    en: 'The default flow must not have a condition and must leave this gateway.',
  },
  'flow.broken': {
    de: 'Der Sequenzfluss verbindet nicht zwei Elemente desselben Bereichs.',
    en: 'The sequence flow does not connect two elements of the same scope.',
  },
  'flow.misplaced': {
    de: 'Dieses Element darf keinen {what} Sequenzfluss haben.',
    en: 'This element must not have an {whatEn} sequence flow.',
  },
  'start.count': {
    de: 'Hier ist genau ein Startereignis nötig, gefunden: {count}.',
    en: 'Exactly one start event is needed here, found: {count}.',
  },
  'start.duplicateMessage': {
    de: 'Zwei Startereignisse warten auf dasselbe: „{what}“.',
    en: 'Two start events wait for the same: “{what}”.',
  },
  'start.subProcess': {
    de: 'Ein Teilprozess beginnt mit einem Startereignis ohne Auslöser.',
    en: 'A sub-process begins with a start event without trigger.',
  },
  'event.duplicate': {
    de: '„{what}“ wird an derselben Stelle zweimal abgefangen.',
    en: '“{what}” is caught twice at the same place.',
  },
  'event.reference': {
    de: 'Das Ereignis verweist mit „{what}“ auf etwas anderes als verlangt.',
    en: 'With “{what}” the event refers to something else than required.',
  },
  'element.unreachable': {
    de: 'Hierher kommt der Ablauf nie.',
    en: 'No token ever gets here.',
  },
  'flow.endless': {
    de: 'Der Ablauf käme hier ohne Ende im Kreis, ohne auf jemanden zu warten: {what}.',
    en: 'The process would go round here for ever without waiting for anybody: {what}.',
  },
  'flow.listed': {
    de: 'Das Element nennt „{what}“ als Sequenzfluss; der gehört nicht zu ihm.',
    en: 'The element lists “{what}” as a sequence flow, which is not its own.',
  },
  'markup.boolean': {
    de: 'Der Wert „{what}“ ist weder „true“ noch „false“.',
    en: 'The value “{what}” is neither “true” nor “false”.',
  },
  'markup.twice': {
    de: 'Die Angabe „{what}“ steht zweimal, wo nur eine gilt.',
    en: '“{what}” is given twice where only one counts.',
  },
  'compensation.handler': {
    de: 'Von diesem Kompensationsereignis muss genau eine Assoziation zu einer Aktivität für Kompensation führen.',
    en: 'Exactly one association must lead from this compensation event to an activity for compensation.',
  },
  'compensation.twice': {
    de: 'Diese Aktivität hat zwei Kompensationsereignisse.',
    en: 'This activity has two compensation events.',
  },
  'compensation.flows': {
    de: 'Eine Aktivität für Kompensation darf weder Sequenzflüsse noch angeheftete Ereignisse haben.',
    en: 'An activity for compensation must have neither sequence flows nor boundary events.',
  },
  'compensation.unused': {
    de: 'Diese Aktivität für Kompensation wird von keinem Kompensationsereignis aufgerufen.',
    en: 'No compensation event calls this activity for compensation.',
  },
  'compensation.reference': {
    de: '„{what}“ kann hier nicht rückgängig gemacht werden: keine Aktivität desselben Bereichs mit Kompensationsereignis und kein Teilprozess.',
    en: '“{what}” cannot be undone here: no activity of the same scope with a compensation event, and no sub-process.',
  },
  'boundary.detached': {
    de: 'Das angeheftete Ereignis hängt an keiner Aktivität.',
    en: 'The boundary event is not attached to an activity.',
  },
  'migrate.mapping': {
    de: 'Die Zuordnung nennt „{what}“; dieses Element gibt es in dem Modell nicht.',
    en: 'The mapping names “{what}”, which is not an element of that model.',
  },
  'migrate.missing': {
    de: 'Der Ablauf steht an diesem Element. Im neuen Modell gibt es „{what}“ nicht; bitte ein Element zuordnen.',
    en: 'The process waits at this element. The new model has no “{what}”; please map an element to it.',
  },
  'migrate.kind': {
    de: 'Der Ablauf steht an diesem Element. Im neuen Modell ist „{what}“ von anderer Art.',
    en: 'The process waits at this element. In the new model “{what}” is of another kind.',
  },
  'migrate.scope': {
    de: 'Der Ablauf steht an diesem Element. Im neuen Modell liegt „{what}“ in einem anderen Bereich.',
    en: 'The process waits at this element. In the new model “{what}” lies in another scope.',
  },
  'migrate.join': {
    de: 'Am Gateway warten schon Teile des Ablaufs. Im neuen Modell kommt der Sequenzfluss „{what}“ nicht dort an.',
    en: 'Tokens wait at this gateway already. In the new model the sequence flow “{what}” does not lead there.',
  },
  'migrate.compensation': {
    de: 'Diese Aktivität ist erledigt und kann noch rückgängig gemacht werden. „{what}“ kann das im neuen Modell nicht.',
    en: 'This activity is completed and can still be undone. In the new model “{what}” cannot.',
  },
  'migrate.waitClosed': {
    de: 'Auf dieses Ereignis wird nach der Umstellung nicht mehr gewartet.',
    en: 'After the migration nobody waits for this event any more.',
  },
  'migrate.waitOpened': {
    de: 'Auf dieses Ereignis wird ab der Umstellung gewartet; Zeiten zählen von dann an.',
    en: 'From the migration on this event is waited for; times count from then on.',
  },
  'migrate.wait': {
    de: 'Auf dieses Ereignis kann nicht gewartet werden: {cause}',
    en: 'This event cannot be waited for: {causeEn}',
  },
  'modify.unknownInstance': {
    de: 'Es gibt hier keine laufende Aktivität mit diesem Schlüssel.',
    en: 'No element instance with this key is active here.',
  },
  'modify.unknownElement': {
    de: 'Dieses Element gibt es im Modell nicht.',
    en: 'The model has no such element.',
  },
  'modify.notActivatable': {
    de: 'Dieses Element kann nicht von Hand begonnen werden: Start, angeheftetes Ereignis, Ereignis hinter einem Gateway, Kompensation oder der Prozess selbst.',
    en: 'This element cannot be activated by hand: a start, a boundary event, an event behind a gateway, compensation or the process itself.',
  },
  'modify.ancestor': {
    de: 'Der gewählte Bereich umgibt dieses Element nicht oder wird selbst beendet.',
    en: 'The chosen scope is not around this element, or is terminated itself.',
  },
  'modify.severalScopes': {
    de: 'Der Bereich um dieses Element läuft mehrmals. Bitte angeben, in welchem begonnen werden soll.',
    en: 'The scope around this element is active several times. Please say in which one to activate it.',
  },
  'modify.multiInstance': {
    de: 'Um dieses Element liegt die Mehrfachausführung „{what}“, von der kein Durchlauf offen ist.',
    en: 'This element lies in the multi-instance “{what}”, of which no run is active.',
  },
  'modify.variableScope': {
    de: 'Variablen sind nur im Element selbst und in den Bereichen darum möglich, nicht in „{what}“.',
    en: 'Variables are possible only in the element itself and in the scopes around it, not in “{what}”.',
  },
  'modify.child': {
    de: 'Damit wäre der aufgerufene Prozess zu Ende. Bitte den aufrufenden Prozess ändern.',
    en: 'This would end the called process. Please modify the process that calls it.',
  },
  'nesting.tooDeep': {
    de: 'Teilprozesse sind tiefer als {limit} Ebenen geschachtelt.',
    en: 'Sub-processes are nested deeper than {limit} levels.',
  },
  'mapping.target': {
    de: 'Der Variablenname „{what}“ ist nicht möglich.',
    en: 'The variable name “{what}” is not possible.',
  },
  'feel.invalid': {
    de: 'Der Ausdruck „{source}“ ist nicht möglich: {cause}',
    en: 'The expression “{source}” is not possible: {causeEn}',
  },
  'feel.digits': {
    de: 'Der Ausdruck „{source}“ enthält eine Zahl mit so vielen Stellen, dass eine Angabe sie nicht genau behält. Solche Zahlen bitte als Text schreiben.',
    en: 'The expression “{source}” holds a number of so many digits that no variable keeps it exactly. Please write such numbers as text.',
  },
} as const satisfies Record<string, Sentence>;

export type FindingCode = keyof typeof FINDING_TEXTS;
