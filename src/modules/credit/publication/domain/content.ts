import { yesNo } from '#law/facts.ts';

/** 公布内容: what must be there, and what must not. */
export const CONTENT = {
  name: yesNo('是否列明违法主体全称'),
  code: yesNo('是否列明统一社会信用代码（或者注册号）'),
  address: yesNo('是否列明地址'),
  head: yesNo('是否列明法定代表人或者负责人姓名'),
  deeds: yesNo('是否列明主要违法事实'),
  handling: yesNo('是否列明相关处理情况'),
  isSecret: yesNo('是否含有国家秘密、商业秘密或者个人隐私'),
} as const;

type Content = { readonly [K in keyof typeof CONTENT]: boolean | null };

const WORDS = [
  ['name', '违法主体全称'],
  ['code', '统一社会信用代码（或者注册号）'],
  ['address', '地址'],
  ['head', '法定代表人或者负责人姓名'],
  ['deeds', '主要违法事实'],
  ['handling', '相关处理情况'],
] as const;

/** What is wrong with a publication, and what nobody has looked at. */
export function faultsOfContent(given: Content): { readonly faults: readonly string[]; readonly unknown: readonly string[] } {
  const missing = WORDS.flatMap(([item, word]) => (given[item] === false ? [word] : []));
  const unknown = WORDS.flatMap(([item]) => (given[item] === null ? [CONTENT[item].field.means] : []));
  return {
    faults: [...(missing.length > 0 ? [`缺少${missing.join('、')}`] : []), ...(given.isSecret === true ? ['含有国家秘密、商业秘密或者个人隐私'] : [])],
    unknown: [...unknown, ...(given.isSecret === null ? [CONTENT.isSecret.field.means] : [])],
  };
}
