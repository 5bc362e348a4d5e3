import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { type FileRefusal, resolved, type XmlNode } from '../domain/index.ts';

/** ISO 20022 nests some 15 deep; a file of 20,000 entries has some 600,000 elements. */
const DEPTH = 40;
const ELEMENTS = 1_500_000;

// Nothing is expanded by the parser: names and numbers of entities are resolved afterwards, by a list of five.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  maxNestedTags: DEPTH,
});

class Broken extends Error {}

/** Reads a bank's XML as it stands. What could make a reader do more than read is refused before it is parsed. */
export function readXmlTree(text: string, encoding: 'gb18030' | 'utf-8'): Result<XmlNode, FileRefusal> {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (/<!(?!--|\[CDATA\[)/.test(body)) return refused('不收带 DTD 或实体声明（<!DOCTYPE、<!ENTITY）的 XML');
  if (/<\?(?!xml\s)/i.test(body) || body.lastIndexOf('<?') > 0) return refused('不收处理指令（<?…?>），只能在开头有一个 XML 声明');
  const declared = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(body)?.[1]?.toLowerCase();
  if (declared !== undefined && !ENCODINGS[encoding].includes(declared))
    return refused(`XML 声明写的编码是 ${declared}，与约定的 ${encoding.toUpperCase()} 不同`);
  const depth = deepest(body);
  if (depth > DEPTH) return refused(`套了 ${depth} 层，最多 ${DEPTH} 层`);
  try {
    if (XMLValidator.validate(body) !== true) return refused('不是完整的 XML');
    const parsed: unknown = parser.parse(body);
    const left = { elements: ELEMENTS };
    const roots = nodesOf(parsed, left).filter((node) => node.name !== '#text');
    const [root] = roots;
    return root === undefined || roots.length > 1 ? refused('应有一个根元素') : ok(root);
  } catch (problem) {
    return refused(problem instanceof Broken ? problem.message : '不是完整的 XML');
  }
}

const ENCODINGS: Readonly<Record<'gb18030' | 'utf-8', readonly string[]>> = { 'utf-8': ['utf-8', 'utf8'], gb18030: ['gb18030', 'gbk', 'gb2312'] };

/** How deep elements nest at most, counted before anything recurses. Comments and CDATA hold no elements. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at) || text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(text[at + 2] === '-' ? '-->' : ']]>', at);
      if (end === -1) return most;
      at = end;
    } else if (text[at + 1] === '/') depth -= 1;
    else if (text[at + 1] !== '?') {
      const end = text.indexOf('>', at);
      if (end === -1) return most;
      if (text[end - 1] !== '/') depth += 1;
      most = Math.max(most, depth);
    }
    if (most > DEPTH) return most;
  }
  return most;
}

function nodesOf(list: unknown, left: { elements: number }): readonly XmlNode[] {
  return Array.isArray(list) ? list.flatMap((one: unknown) => nodeOf(one, left) ?? []) : [];
}

function nodeOf(value: unknown, left: { elements: number }): XmlNode | null {
  if (typeof value !== 'object' || value === null) return null;
  left.elements -= 1;
  if (left.elements < 0) throw new Broken('元素太多，分成几个文件');
  let attributes: Readonly<Record<string, string>> = {};
  let found: { readonly name: string; readonly inside: unknown } | null = null;
  for (const [name, inside] of Object.entries(value)) {
    if (name === ':@') attributes = attributesOf(inside);
    else found ??= { name, inside };
  }
  if (found === null) return null;
  if (found.name === '#text') return { name: '#text', attributes: {}, children: [], text: textIn(String(found.inside)) };
  const inside = nodesOf(found.inside, left);
  return {
    name: found.name.slice(found.name.indexOf(':') + 1),
    attributes,
    children: inside.filter((node) => node.name !== '#text'),
    text: inside.map((node) => (node.name === '#text' ? node.text : '')).join(''),
  };
}

function attributesOf(inside: unknown): Readonly<Record<string, string>> {
  if (typeof inside !== 'object' || inside === null) return {};
  return Object.fromEntries(Object.entries(inside).map(([name, value]) => [name, textIn(String(value))]));
}

function textIn(text: string): string {
  const plain = resolved(text);
  if (plain === null) throw new Broken('有不认识的实体（只认 &lt; &gt; &amp; &quot; &apos; 和字符编号）');
  return plain;
}

function refused(says: string): Result<never, FileRefusal> {
  return refuse({ code: 'file-invalid', says: `文件没有收：${says}。什么都没改。`, faults: [{ path: '', value: '', says }] });
}
