import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fen } from '#kernel/fen.ts';
import { national } from '#profiles/index.ts';
import { askMatter, holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { hearing } from './case-15-hearing.ts';

const local = (yuan: number) => [{ from: civilDate('2022-01-01'), value: fen(yuan * 100), basis: '地方听证规定', evidence: 'L' as const }];
/** An invented place that calls 50,000 yuan a large fine for a unit, 5,000 for a person. */
const place = {
  ...national,
  name: '某市',
  above: national,
  parameters: { 'penalty.hearing.large-fine.unit': local(50_000), 'penalty.hearing.large-fine.person': local(5000) },
};
const stopWork = { penalty: 'stop-work', toldOn: '2026-03-02', requestedOn: 'not-yet', heldOn: 'not-yet', decidedOn: '2026-03-20' };
const fined = { ...stopWork, penalty: 'fine', subject: 'unit', toldOn: 'not-yet' };

describe('《行政处罚法》第六十三条、第六十四条: 告知听证权利，要求后组织听证，「举行听证的七日前」通知', () => {
  it.each([
    { why: 'stop-work without telling of the right', facts: { ...stopWork, toldOn: 'not-yet' }, expected: 3 },
    { why: 'told, not asked for, five working days over', facts: { ...stopWork, decidedOn: '2026-03-10' }, expected: 'none' },
    { why: 'decided on the fifth: the time to ask still ran', facts: { ...stopWork, decidedOn: '2026-03-09' }, expected: 'needs-person' },
    { why: 'asked for on the fifth, not held', facts: { ...stopWork, requestedOn: '2026-03-09' }, expected: 3 },
    { why: 'asked for on the sixth: too late', facts: { ...stopWork, requestedOn: '2026-03-10' }, expected: 'none' },
    {
      why: 'held on the seventh working day after notice',
      facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-03-09', heldOn: '2026-03-18' },
      expected: 'none',
    },
    {
      why: 'held on the sixth',
      facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-03-09', heldOn: '2026-03-17' },
      expected: 3,
    },
    {
      why: 'across 国庆: notice on 9月24日 reaches 10月12日',
      facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-09-24', heldOn: '2026-10-10', decidedOn: 'not-yet' },
      expected: 3,
    },
    {
      why: 'across 国庆, long enough',
      facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-09-24', heldOn: '2026-10-12', decidedOn: 'not-yet' },
      expected: 'none',
    },
    { why: 'held without notice', facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: 'not-yet', heldOn: '2026-03-17' }, expected: 3 },
    {
      why: 'held only after the decision',
      facts: { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-03-09', heldOn: '2026-03-23' },
      expected: 3,
    },
    { why: 'a warning needs none', facts: { penalty: 'light', decidedOn: '2026-03-20' }, expected: 'none' },
    { why: 'not decided', facts: { ...stopWork, decidedOn: 'not-yet' }, expected: 'none' },
    { why: 'a fine just below the place’s amount', facts: { ...fined, fine: '4999999' }, place, expected: 'none' },
    { why: 'a fine of the amount: 以上 includes it', facts: { ...fined, fine: '5000000' }, place, expected: 3 },
    { why: 'a person’s amount is another', facts: { ...fined, subject: 'person', fine: '500000' }, place, expected: 3 },
    { why: 'no place has said what is large', facts: { ...fined, fine: '5000000' }, expected: 'cannot-determine' },
    { why: 'nobody knows the penalty', facts: { decidedOn: '2026-03-20' }, expected: 'cannot-determine' },
    { why: 'nobody knows of the telling', facts: { ...stopWork, toldOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of a request', facts: { ...stopWork, requestedOn: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of the notice', facts: { ...stopWork, requestedOn: '2026-03-05', heldOn: '2026-03-18' }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(hearing, row));

  it('says what was cut short', () => {
    expect(matterFinding(hearing, { ...stopWork, requestedOn: '2026-03-05', hearingNoticeOn: '2026-03-09', heldOn: '2026-03-17' })).toMatchObject({
      says: '3月17日举行听证，应当在 7 个工作日前通知，3月9日才通知',
      dueOn: '2026-03-17',
      steps: [{ value: '2026-03-18' }],
    });
    expect(matterFinding(hearing, { ...stopWork, requestedOn: '2026-03-09' }).says).toBe(
      '当事人3月9日要求听证，没有超过3月9日的期限，主管部门3月20日作出处罚决定前没有举行听证',
    );
    expect(askMatter(hearing, { ...fined, fine: '5000000' })).toMatchObject({ missing: ['全国未设定“当地对单位罚款多少以上应当告知听证”'] });
  });
});
