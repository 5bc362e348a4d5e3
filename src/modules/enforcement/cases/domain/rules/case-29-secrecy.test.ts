import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { secrecy } from './case-29-secrecy.ts';

const seen = (seenBy: string) => ({ seenOn: '2026-03-04', seenBy });

describe('《劳动保障监察条例》第九条第三款「劳动保障行政部门应当为举报人保密」', () => {
  it.each([
    { why: 'the handler', facts: seen('handler'), expected: 'none' },
    { why: 'the head who approves', facts: seen('head'), expected: 'none' },
    { why: 'a colleague: informants are secret inside the office too', facts: seen('colleague'), expected: 4 },
    { why: 'the employer', facts: seen('employer'), expected: 4 },
    { why: 'everybody', facts: seen('public'), expected: 4 },
    { why: 'nobody saw it', facts: { seenOn: 'not-yet' }, expected: 'none' },
    { why: 'seen by whom is not known', facts: { seenOn: '2026-03-04' }, expected: 'cannot-determine' },
    { why: 'nobody looked at the log', facts: { seenBy: 'employer' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(secrecy, row));

  it('names no informant', () => {
    expect(matterFinding(secrecy, seen('employer')).says).toBe('举报人身份3月4日让被举报的单位或者其人员看到，劳动保障行政部门应当为举报人保密');
  });
});
