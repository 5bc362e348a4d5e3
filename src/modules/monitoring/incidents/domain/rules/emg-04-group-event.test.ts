import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../../../../test/builders/deposits.ts';
import { holdMatter, matterFinding } from '../../../../../../test/builders/matters.ts';
import { jiayuguan } from '#profiles/index.ts';
import { groupEvent } from './emg-04-group-event.ts';

const of = (people: number) => ({ people, isAboutWages: true });

describe('群体性讨薪事件：10人以上黄色，20人以上橙色，50人以上红色', () => {
  it.each([
    { why: 'nine', facts: of(9), expected: 'none' },
    { why: 'trap: ten: 以上 includes it', facts: of(10), expected: 2 },
    { why: 'nineteen', facts: of(19), expected: 2 },
    { why: 'twenty', facts: of(20), expected: 3 },
    { why: 'forty-nine', facts: of(49), expected: 3 },
    { why: 'fifty', facts: of(50), expected: 4 },
    { why: 'many more', facts: of(500), expected: 4 },
    { why: 'a place with its own steps', facts: of(10), place: aPlace({ 'incident.group-people': [5, 10, 30] }), expected: 3 },
    { why: 'a place with four steps', facts: of(120), place: aPlace({ 'incident.group-people': [10, 20, 50, 100] }), expected: 4 },
    { why: 'about something else', facts: { people: 80, isAboutWages: false }, expected: 'none' },
    { why: 'nobody knows what about', facts: { people: 80 }, expected: 'cannot-determine' },
    { why: 'nobody counted', facts: { isAboutWages: true }, expected: 'cannot-determine' },
  ] as const)('$why', (row) => holdMatter(groupEvent, row));

  it.each([
    [10, '按黄色预警处置：市联席会议办公室报告总召集人，并迅速处理'],
    [20, '按橙色预警处置：总召集人约谈责任单位主要负责人'],
    [50, '按红色预警处置：市联席会议及时报告省联席会议总召集人'],
  ])('嘉峪关: tells who must do what at %i people', (people, says) => {
    expect(matterFinding(groupEvent, of(people), undefined, jiayuguan).says).toContain(says);
  });

  it('says how many and which step', () =>
    expect(matterFinding(groupEvent, of(23))).toMatchObject({ says: '23 人因拖欠工资聚集，达到 20 人以上，按橙色预警处置', people: 23 }));
});
