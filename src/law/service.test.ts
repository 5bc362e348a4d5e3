import { describe, expect, it } from 'vitest';
import { civilMoment } from '#kernel/civil-moment.ts';
import { nationalCalendar } from './calendars/index.ts';
import { service } from './service.ts';

const { guard, effectiveOn } = service();
const happened = civilMoment('2026-03-02 10:00');
const context = { happened, history: [], calendar: nationalCalendar, place: { name: '某县', parameters: {}, above: null } };

describe('《民事诉讼法》第九十五条「自发出公告之日起，经过三十日，即视为送达」', () => {
  it.each([
    ['direct', null],
    ['left', null],
    ['post', null],
    ['electronic', null],
    ['publication', '2026-04-01'],
  ])('%s takes effect on %s', (manner, on) => {
    expect(effectiveOn?.({ manner, proof: '回证 1 号', consent: '确认书 1 号' }, happened, nationalCalendar)).toBe(on);
    expect(guard?.({ manner, proof: '回证 1 号', consent: '确认书 1 号' }, context)).toEqual({ ok: true, answer: null });
  });

  it('is nothing where the facts cannot be read', () => {
    expect(effectiveOn?.({ manner: 'pigeon' }, happened, nationalCalendar)).toBeNull();
    expect(guard?.({ manner: 'pigeon' }, context)).toMatchObject({ ok: false });
  });
});

describe('《行政处罚法》第六十一条第二款「当事人同意并签订确认书的，行政机关可以采用传真、电子邮件等方式」', () => {
  it.each([
    [
      { manner: 'electronic', proof: '1' },
      { code: 'condition', says: '电子送达要有当事人签订的确认书。' },
    ],
    [{ manner: 'electronic', proof: '1', consent: '2' }, null],
    [{ manner: 'direct', proof: '1' }, null],
    [{ manner: 'direct' }, { answer: 'cannot-determine', missing: ['送达回证、邮单或者公告编号'] }],
    [{}, { answer: 'cannot-determine', missing: ['送达方式', '送达回证、邮单或者公告编号'] }],
  ])('%o', (given, answer) => expect(guard?.(given, context)).toEqual({ ok: true, answer }));
});
