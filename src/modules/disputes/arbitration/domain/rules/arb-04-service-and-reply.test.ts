import { describe, expect, it } from 'vitest';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { serviceAndReply } from './arb-04-service-and-reply.ts';

const accepted = { acceptedOn: '2026-03-04', copyServed: 'not-yet' };
const served = { acceptedOn: '2026-03-04', copyServed: '2026-03-09', replied: 'not-yet' };
const replied = { ...served, replied: '2026-03-19', replyForwarded: 'not-yet' };

describe('《劳动争议调解仲裁法》第三十条「应当在五日内将仲裁申请书副本送达被申请人」', () => {
  it.each([
    { why: 'the fifth day', facts: accepted, on: '2026-03-09', expected: 'none' },
    { why: 'the sixth', facts: accepted, on: '2026-03-10', expected: 1 },
    { why: '「应当在十日内…提交答辩书」: the tenth', facts: served, on: '2026-03-19', expected: 'none' },
    { why: 'the eleventh', facts: served, on: '2026-03-20', expected: 1 },
    { why: 'a tenth day on 清明 moves on', facts: { ...served, acceptedOn: '2026-03-25', copyServed: '2026-03-27' }, on: '2026-04-07', expected: 'none' },
    { why: '「应当在五日内将答辩书副本送达申请人」: the fifth', facts: replied, on: '2026-03-24', expected: 'none' },
    { why: 'the sixth after the reply', facts: replied, on: '2026-03-25', expected: 1 },
    { why: 'all in time', facts: { ...replied, replyForwarded: '2026-03-24' }, expected: 'none' },
    { why: 'nobody knows of the service', facts: { acceptedOn: '2026-03-04' }, expected: 'cannot-determine' },
    { why: 'nobody knows of the reply', facts: { ...served, replied: null }, expected: 'cannot-determine' },
    { why: 'nobody knows of the forwarding', facts: { ...replied, replyForwarded: null }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(serviceAndReply, row));

  it('names the one who owes what is still open', () => {
    expect(matterFinding(serviceAndReply, { ...served, copyServed: '2026-03-11' }, '2026-03-30')).toMatchObject({
      duty: 'employer',
      dueOn: '2026-03-23',
      says: '劳动人事争议仲裁委员会3月4日受理仲裁申请，应当在3月9日前（含当日）将申请书副本送达被申请人，3月11日才将申请书副本送达被申请人；用人单位3月11日收到申请书副本，应当在3月23日前（含当日）提交答辩书，至今未提交答辩书',
    });
  });
});
