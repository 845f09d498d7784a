import { CODE_LISTS, type CodeList } from '../codes.js';
import { optional, type AttributeRule, type Particle, type TypeRule, type Types } from './grammar.js';
import { oneOf } from './values.js';

/** For each code list a type `<list>Code`; besides `Code` for lists on which sender and archive agree. */
export const codeTypes: Types = {
  Code: codeType({ name: 'optional' }, 'token'),
  ...Object.fromEntries(Object.entries(CODE_LISTS).flatMap(([name, list]: [string, CodeList]) => typesOf(name, list))),
};

function typesOf(name: string, list: CodeList): [string, TypeRule][] {
  if (list.values === undefined) return [[`${name}Code`, codeType(list, 'token')]];
  return [
    [`${name}Code`, codeType(list, `${name}Wert`)],
    [`${name}Wert`, oneOf(list.values)],
  ];
}

function codeType(list: Partial<CodeList>, valueType: string): TypeRule {
  const code: Particle = { name: 'code', occurs: 'one', type: valueType, form: 'unqualified' };
  const name: Particle = { ...optional('name', 'normalizedString'), form: 'unqualified' };
  return {
    kind: 'sequence',
    particles: list.name === 'forbidden' ? [code] : [code, name],
    attributes: { listURI: fixed(list.uri), listVersionID: versionRule(list) },
  };
}

function versionRule(list: Partial<CodeList>): AttributeRule {
  return list.ownVersion === undefined ? fixed(list.fixedVersion) : { use: 'required' };
}

function fixed(value: string | undefined): AttributeRule {
  return value === undefined ? { use: 'optional' } : { use: 'optional', fixed: value };
}
