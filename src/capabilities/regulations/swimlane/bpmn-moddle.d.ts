/** The part of bpmn-moddle that is used here; the package brings no types of its own entry. */
declare module 'bpmn-moddle' {
  export interface Element {
    readonly $type: string
    readonly id?: string
  }
  export class BpmnModdle {
    create(type: string, attributes: Readonly<Record<string, unknown>>): Element
    toXML(
      element: Element,
      options?: { readonly format?: boolean },
    ): Promise<{ readonly xml: string }>
    fromXML(xml: string): Promise<{
      readonly rootElement: Element
      readonly elementsById: Readonly<Record<string, Element>>
      readonly warnings: readonly Error[]
    }>
  }
}
