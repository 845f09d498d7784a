/**
 * `zeebe`: what Zeebe 8.5.8 does (measured; see test/conformance/feel), for everything that is deployed here.
 * `dmn`: the letter of DMN 1.5, where the two differ. Only the technology compatibility kit asks for it.
 */
export type Dialect = 'zeebe' | 'dmn';
