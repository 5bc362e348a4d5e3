import { at, childOf, type Element, valueOf } from './xml.ts';

/** Properties from the nearest to the farthest: the element's own, its style's, those the style rests on, the document's. */
export type Chain = readonly Element[];

export interface Styles {
  paragraph(styleId: string | undefined): { readonly paragraph: Chain; readonly run: Chain; readonly name: string };
  run(styleId: string | undefined): Chain;
  /** `w:tblPr` of a table's style and of those it rests on. */
  table(styleId: string | undefined): Chain;
}

/** Chains longer than this are a circle. */
const LONGEST_CHAIN = 20;

export function readStyles(root: Element | undefined): Styles {
  const styles = new Map((root?.children ?? []).filter(({ name }) => name === 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const standard = [...styles.values()].find(({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1');
  const defaults = childOf(root, 'w:docDefaults');
  const chainOf = (styleId: string | undefined): Element[] => {
    const chain: Element[] = [];
    for (let id = styleId; id !== undefined && chain.length < LONGEST_CHAIN; ) {
      const style = styles.get(id);
      if (style === undefined) break;
      chain.push(style);
      id = valueOf(style, 'w:basedOn');
    }
    return chain;
  };
  const parts = (chain: readonly Element[], part: string, last: Element | undefined): Element[] => [
    ...chain.flatMap((style) => childOf(style, part) ?? []),
    ...(last === undefined ? [] : [last]),
  ];
  return {
    paragraph(styleId) {
      const chain = chainOf(styleId ?? standard?.attributes['w:styleId']);
      return {
        paragraph: parts(chain, 'w:pPr', at(defaults, 'w:pPrDefault', 'w:pPr')),
        run: parts(chain, 'w:rPr', at(defaults, 'w:rPrDefault', 'w:rPr')),
        name: chain
          .map((style) => valueOf(style, 'w:name') ?? '')
          .join(' ')
          .toLowerCase(),
      };
    },
    run: (styleId) => parts(chainOf(styleId), 'w:rPr', undefined),
    table: (styleId) => parts(chainOf(styleId), 'w:tblPr', undefined),
  };
}

/** The first answer along the chain. */
export function nearest<T>(chain: Chain, ask: (properties: Element) => T | undefined): T | undefined {
  for (const properties of chain) {
    const answer = ask(properties);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
