/** An element of an XML document, its name without prefix; `text` is what stands directly in it, its entities resolved. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

/** The first child along a path such as `GrpHdr/MsgId`. */
export function nodeAt(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return path.split('/').reduce<XmlNode | undefined>((inside, name) => inside?.children.find((child) => child.name === name), node);
}

export function nodesAt(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** What the first of these paths holds that holds anything; null where none does. */
export function textAt(node: XmlNode | undefined, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = nodeAt(node, path)?.text.trim();
    if (text !== undefined && text !== '') return text;
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the five names and the numbers of XML 1.0; null where something else stands after `&`, or a number names no character of XML. */
export function resolved(text: string): string | null {
  if (!text.includes('&')) return text;
  let broken = false;
  const out = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([A-Za-z]{1,8}));|&/g, (_, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null;
    const found =
      code === null ? (Object.hasOwn(NAMED, name ?? '') ? NAMED[name ?? ''] : undefined) : isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
    if (found === undefined) broken = true;
    return found ?? '';
  });
  return broken ? null : out;
}

/** XML 1.0, production 2. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** What of a text XML can hold at all. */
export function xmlText(text: string): string {
  return [...text].filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0)).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Text as it stands in an element or attribute. */
export function escaped(text: string): string {
  return xmlText(text).replace(/[<>&"]/g, (character) => ESCAPES[character] ?? '');
}
