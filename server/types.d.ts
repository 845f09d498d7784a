declare module 'bpmn-moddle' {
  /** A node of the model as the parser gives it. Properties are read by name, because extensions add to them. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs: Readonly<Record<string, string>>;
    get(property: string): unknown;
    $instanceOf(type: string): boolean;
  }
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}

declare module 'dmn-moddle' {
  import type { ModdleElement } from 'bpmn-moddle';
  export class DmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
