import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { RefusedFile } from '../exchange/index.ts';
import { LIMITS } from './limits.ts';

/** An element of a part of a .docx. Text stands in children named `#text`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: LIMITS.depth,
});

/** Reads a part; throws `RefusedFile` when it is no XML, nests too deep or has too many elements. Entities were refused before. */
export function readXml(content: Buffer, most: number = LIMITS.filledElements): Element {
  let read: unknown;
  try {
    read = parser.parse(content);
  } catch {
    throw new RefusedFile('docx-damaged', '文件里的内容读不懂（不是完整的 XML，或者套了太多层）。请在 Word 里打开，另存后再上传。');
  }
  const counter = { left: most };
  const [root] = elementsOf(read, counter).filter(({ name }) => name !== '#text');
  if (root === undefined) throw new RefusedFile('docx-damaged', '文件里有空的部件。请在 Word 里打开，另存后再上传。');
  return root;
}

/** The reader forgives half-written XML; Word does not, and neither is an upload forgiven. */
export function guardXml(content: Buffer): void {
  if (XMLValidator.validate(content.toString('utf8')) !== true) {
    throw new RefusedFile('docx-damaged', '文件里的内容读不懂（不是完整的 XML）。请在 Word 里打开，另存后再上传。');
  }
}

function elementsOf(list: unknown, counter: { left: number }): Element[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((node: unknown) => elementOf(node, counter) ?? []);
}

function elementOf(node: unknown, counter: { left: number }): Element | null {
  if (typeof node !== 'object' || node === null) return null;
  counter.left -= 1;
  if (counter.left < 0) throw new RefusedFile('docx-too-large', '文档内容太多。请删去不用的内容，或分成几份。');
  let attributes: Record<string, string> = {};
  let found: { name: string; inside: unknown } | null = null;
  for (const [name, inside] of Object.entries(node)) {
    if (name === ':@') attributes = textsOf(inside);
    else found ??= { name, inside };
  }
  if (found === null) return null;
  if (found.name === '#text') return { name: '#text', attributes, children: [], text: String(found.inside) };
  return { name: found.name, attributes, children: elementsOf(found.inside, counter), text: '' };
}

function textsOf(inside: unknown): Record<string, string> {
  if (typeof inside !== 'object' || inside === null) return {};
  return Object.fromEntries(Object.entries(inside).map(([name, value]) => [name, String(value)]));
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The first child along a path of names. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((inside, name) => childOf(inside, name), element);
}

/** `w:val` of a child, undefined when the child or the value is not there. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** A switch such as `<w:b/>`: on when it stands there and does not say no; undefined when it does not stand there. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(child.attributes['w:val'] ?? '1');
}

export function textOf(element: Element): string {
  return element.name === '#text' ? element.text : element.children.map(textOf).join('');
}

/** Every element below, itself included, in the order of the document. */
export function* descendants(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** A number of twentieths of a point, as points. */
export function twips(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text === '' || !Number.isFinite(number) ? undefined : number / 20;
}
