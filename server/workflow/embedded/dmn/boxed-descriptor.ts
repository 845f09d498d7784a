import dmn from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };

/**
 * The descriptor of DMN 1.3 with what 1.4 and 1.5 added: boxed conditional, filter and loops, and `typeConstraint`
 * (DMN 1.5, 7.3.3). The parser knows only 1.3; unknown elements would vanish from a model without a word.
 */
export const dmnDescriptor = {
  ...dmn,
  types: [
    ...dmn.types.map((type) =>
      type.name === 'ItemDefinition'
        ? { ...type, properties: [...type.properties, property('typeConstraint', 'UnaryTests')] }
        : type,
    ),
    expression('Conditional', [part('if'), part('then'), part('else')]),
    expression('Filter', [part('in'), part('match')]),
    expression('Iterator', [part('in'), { name: 'iteratorVariable', type: 'String', isAttr: true }]),
    { ...expression('For', [part('return')]), superClass: ['Iterator'] },
    { ...expression('Some', [part('satisfies')]), superClass: ['Iterator'] },
    { ...expression('Every', [part('satisfies')]), superClass: ['Iterator'] },
    { name: 'ChildExpression', superClass: ['Expression'], properties: [{ name: 'value', type: 'Expression' }] },
  ],
};

function expression(name: string, properties: readonly object[]) {
  return { name, superClass: ['Expression'], properties };
}

function part(name: string) {
  return property(name, 'ChildExpression');
}

function property(name: string, type: string) {
  return { name, type, xml: { serialize: 'property' } };
}
