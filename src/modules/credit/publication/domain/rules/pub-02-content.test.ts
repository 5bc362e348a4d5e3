import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { publishedContent } from './pub-02-content.ts';

const full = { name: true, code: true, address: true, head: true, deeds: true, handling: true, isSecret: false };

describe('社会公布办法第六条「应当列明下列事项…涉及国家秘密、商业秘密以及个人隐私的信息不得公布」', () => {
  it.each([
    { why: 'all six, nothing secret', facts: full, expected: 'none' as const },
    ...['name', 'code', 'address', 'head', 'deeds', 'handling'].map((item) => ({
      why: `without ${item}`,
      facts: { ...full, [item]: false },
      expected: 2 as const,
    })),
    { why: 'private data', facts: { ...full, isSecret: true }, expected: 2 as const },
    { why: 'one nobody looked at', facts: { ...full, head: null }, expected: 'cannot-determine' as const },
    { why: 'nobody looked for secrets', facts: { ...full, isSecret: null }, expected: 'cannot-determine' as const },
    { why: 'a known fault is said even so', facts: { ...full, head: null, isSecret: true }, expected: 2 as const },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' as const },
  ] as const)('$why', (row) => holdMatter(publishedContent, row));

  it('names the faults', () => {
    expect(matterFinding(publishedContent, { ...full, code: false, deeds: false, isSecret: true }).says).toBe(
      '重大劳动保障违法行为的公布缺少统一社会信用代码（或者注册号）、主要违法事实，并且含有国家秘密、商业秘密或者个人隐私',
    );
  });
});
