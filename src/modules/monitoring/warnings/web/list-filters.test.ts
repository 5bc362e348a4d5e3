import { describe, expect, it } from 'vitest';
import { asParameters, filtersOf, OPEN_STATES, stateText, toggled } from './list-filters.ts';

const of = (text: string) => filtersOf(new URLSearchParams(text));

describe('预警列表的地址', () => {
  it('什么也不写就是在办的，按时限排', () => {
    expect(asParameters(of(''))).toMatchObject({ state: 'raised,acknowledged,handled,verified', sort: 'act_by', page: 1, size: 20, mine: '', data: '' });
  });
  it('state=all 连已销号的也要', () => expect(asParameters(of('state=all'))).toMatchObject({ state: '' }));
  it('写了什么就筛什么', () => {
    expect(asParameters(of('q=清平&level=4,3&state=closed&rule=PAY-03&region=371526&mine=1&overdue=1&data=0&sort=-amount&page=3&size=50'))).toEqual({
      q: '清平',
      level: '4,3',
      state: 'closed',
      rule: 'PAY-03',
      region: '371526',
      project: '',
      data: '0',
      mine: '1',
      overdue: '1',
      sort: '-amount',
      page: 3,
      size: 50,
    });
  });
  it.each(['page=0', 'page=-2', 'page=abc', 'size=7', 'size=5000'])('看不懂的 %s 当没写', (text) =>
    expect(asParameters(of(text))).toMatchObject({ page: 1, size: 20 }),
  );
});

describe('状态怎么写进地址', () => {
  it('在办的四种不写', () => expect(stateText([...OPEN_STATES].reverse())).toBeNull());
  it('五种全选写 all', () => expect(stateText([...OPEN_STATES, 'closed'])).toBe('all'));
  it('一种不选也是 all，列表不会莫名变空', () => expect(stateText([])).toBe('all'));
  it('其余照写', () => expect(stateText(toggled(OPEN_STATES, 'raised'))).toBe('acknowledged,handled,verified'));
});
