import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { fastTrack } from './arb-07-fast-track.ts';

const simple = { isSimple: true, acceptedOn: '2026-03-03', closed: 'not-yet' };

describe('人社部发〔2019〕80号「对简单的拖欠农民工工资争议案件，仲裁机构应在30日内结案」（大意）', () => {
  it.each([
    { why: 'the 30th day', facts: simple, on: '2026-04-02', expected: 'none' },
    { why: 'the 31st', facts: simple, on: '2026-04-03', expected: 2 },
    { why: 'closed on the 31st', facts: { ...simple, closed: '2026-04-03' }, expected: 2 },
    { why: 'not a simple case', facts: { ...simple, isSimple: false }, on: '2026-04-10', expected: 'none' },
    { why: 'nobody sorted it', facts: { ...simple, isSimple: null }, on: '2026-04-10', expected: 'cannot-determine' },
    { why: 'nobody knows whether it is closed', facts: { ...simple, closed: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(fastTrack, row));

  it('says since when', () => {
    expect(matterFinding(fastTrack, simple, '2026-04-03')).toMatchObject({
      says: '劳动人事争议仲裁委员会3月3日受理简单欠薪争议，应当在4月2日前（含当日）结案，至今未结案',
      dueOn: '2026-04-02',
    });
  });
});
