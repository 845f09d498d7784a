/** Icons are compiled in as text (angular.json, loader); only the path data is used. */
declare module '*.svg' {
  const text: string;
  export default text;
}

/** Untyped libraries of the diagram editor: modules for its injector, nothing that is called directly. */
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: import('didi').ModuleDeclaration;
  export const BpmnPropertiesProviderModule: import('didi').ModuleDeclaration;
  export const ZeebePropertiesProviderModule: import('didi').ModuleDeclaration;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const ZeebeBehaviorsModule: import('didi').ModuleDeclaration;
  export default ZeebeBehaviorsModule;
}
