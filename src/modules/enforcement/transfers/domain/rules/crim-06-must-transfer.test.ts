import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { mustTransfer } from './crim-06-must-transfer.ts';

const elements = { amount: 'one', ignored: true, conduct: 'able' } as const;
const reported = { ...elements, reported: '2026-03-02', decision: 'pending' } as const;
const approved = { ...reported, decision: 'approved', decidedAt: '2026-03-05 16:00', isSent: false } as const;

describe('国务院令第310号第五条第二款「应当自接到报告之日起３日内作出…决定」「应当在２４小时内向同级公安机关移送」', () => {
  it.each([
    { why: 'all elements, no report yet', facts: { ...elements, reported: 'not-yet' }, expected: 4 },
    { why: 'the third day', facts: reported, on: '2026-03-05', expected: 'none' },
    { why: 'the day after it', facts: reported, on: '2026-03-06', expected: 4 },
    { why: 'three natural days across 国庆 end on the first working day', facts: { ...reported, reported: '2026-09-29' }, on: '2026-10-08', expected: 'none' },
    { why: 'and are over the day after', facts: { ...reported, reported: '2026-09-29' }, on: '2026-10-09', expected: 4 },
    { why: 'approved; the day of the 24th hour is not over', facts: approved, on: '2026-03-06', expected: 'none' },
    { why: 'and over', facts: approved, on: '2026-03-07', expected: 4 },
    { why: 'sent at the 24th hour', facts: { ...approved, isSent: true, sentAt: '2026-03-06 16:00' }, expected: 'none' },
    { why: 'sent a minute later', facts: { ...approved, isSent: true, sentAt: '2026-03-06 16:01' }, expected: 4 },
    { why: 'decided late, sent at once', facts: { ...approved, decidedAt: '2026-03-06 09:00', isSent: true, sentAt: '2026-03-06 10:00' }, expected: 4 },
    { why: 'refused with reasons on file', facts: { ...reported, decision: 'refused' }, expected: 'none' },
    { why: 'sent, but nobody wrote when', facts: { ...approved, isSent: true }, expected: 'cannot-determine' },
    { why: 'neither amount', facts: { ...elements, amount: 'neither' }, expected: 'none' },
    { why: '没有不执行的责令支付就不移送: the order was not ignored', facts: { ...elements, ignored: false }, expected: 'none' },
    { why: 'neither evasion nor ability', facts: { ...elements, conduct: 'neither' }, expected: 'none' },
    { why: 'evasion or ability is for a person to say', facts: { amount: 'both', ignored: true }, expected: 'needs-person' },
    { why: 'nobody checked the amount', facts: { ignored: true, conduct: 'evades' }, expected: 'cannot-determine' },
    { why: 'nobody says whether a report was made', facts: elements, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(mustTransfer, row));

  it('says who was late, since when', () => {
    expect(matterFinding(mustTransfer, reported, '2026-03-06')).toMatchObject({
      says: '人社部门负责人3月2日接到移送报告，应当在3月5日前（含当日）作出是否批准移送的决定，至今未作出是否批准移送的决定',
      dueOn: '2026-03-05',
      duty: 'authority-head',
    });
    expect(matterFinding(mustTransfer, approved, '2026-03-07')).toMatchObject({
      says: '负责人于 2026-03-05 16:00 批准移送，应当在 2026-03-06 16:00 前向同级公安机关移送，至今没有移送',
      dueOn: '2026-03-06',
    });
    expect(mustTransfer.consequences?.[0]?.before).toContain('责令限期移送');
  });
});
