import { describe, expect, it } from 'vitest';
import { count, event, facts, list, money, names, share, yesNo } from '#law/facts.ts';
import { factsOf, faultsOfEntry } from './entered.ts';

const form = facts({
  amount: money('金额'),
  rate: share('比例'),
  paid: event('支付之日'),
  isMajor: yesNo('是否重大'),
  columns: names('列', { name: '姓名', id: '证件号' }),
  workers: list('欠薪工人', { owed: money('欠薪'), months: count('月数', '月') }),
});
const typed = (values: Parameters<typeof factsOf>[1]) => factsOf(form.fields, values);

describe('填写的事实', () => {
  it('turns yuan into fen and per cent into hundredths of it, and leaves out what is empty', () => {
    expect(typed({ amount: '1,234.5 元', rate: '1.5%', paid: 'not-yet', isMajor: 'no', columns: 'name、id' })).toEqual({
      amount: '123450',
      rate: 150,
      paid: 'not-yet',
      isMajor: false,
      columns: ['name', 'id'],
    });
    expect(typed({ amount: ' ', workers: [] })).toEqual({});
    expect(typed({ amount: '-0.01' })).toEqual({ amount: '-1' });
  });

  it('hands on what is no number for the server to name, beside the field it stands in', () => {
    const read = form.read(typed({ amount: '很多', workers: [{ owed: '1' }, { owed: 'x', months: '3' }] }));
    if (read.ok) throw new Error('must not read');
    const faults = new Map(read.faults.map(({ fact, says }) => [fact, says]));
    expect([...faults.keys()]).toEqual(['金额', '欠薪工人（第 2 项 欠薪）']);
    expect([...faultsOfEntry(faults, '欠薪工人', 1).keys()]).toEqual(['欠薪']);
    expect(faultsOfEntry(faults, '欠薪工人', 0).size).toBe(0);
  });
});
