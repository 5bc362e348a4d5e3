import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { publishAndShare } from './blk-06-publish-and-share.ts';

const decided = { decided: '2026-03-09', published: 'not-yet', shared: 'not-yet' } as const;

describe('失信名单办法第九条「通过本部门门户网站和其他指定的网站公开」、第十条「共享至同级信用信息共享平台」', () => {
  it.each([
    { why: 'our five working days, the last', facts: decided, on: '2026-03-16', expected: 'none' },
    { why: 'over', facts: decided, on: '2026-03-17', expected: 2 },
    { why: 'published, not shared', facts: { ...decided, published: '2026-03-10' }, on: '2026-03-17', expected: 2 },
    { why: 'both in time', facts: { ...decided, published: '2026-03-10', shared: '2026-03-16' }, expected: 'none' },
    { why: 'shared late', facts: { ...decided, published: '2026-03-10', shared: '2026-03-17' }, expected: 2 },
    { why: 'no decision', facts: { decided: 'not-yet' }, expected: 'none' },
    { why: 'nobody knows whether it was shared', facts: { ...decided, shared: null }, expected: 'cannot-determine' },
    { why: 'nothing stated', facts: {}, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(publishAndShare, row));

  it('says both', () => {
    expect(matterFinding(publishAndShare, decided, '2026-03-17')).toMatchObject({
      says: '主管部门3月9日作出列入决定，应当在3月16日前（含当日）在门户网站公开名单，至今未在门户网站公开名单；主管部门3月9日作出列入决定，应当在3月16日前（含当日）共享至信用信息共享平台，至今未共享至信用信息共享平台',
      dueOn: '2026-03-16',
    });
  });
});
