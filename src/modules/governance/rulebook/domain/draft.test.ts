import { describe, expect, it } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { valueOn } from '#law/parameters/index.ts';
import { gaotang, national } from '#profiles/index.ts';
import { readDraft, underDraft } from './draft.ts';

const from = civilDate('2026-06-01');
const known = { rules: ['ACC-01', 'W-PAY-07'], places: ['national', 'gaotang-371526'] };
const read = (input: unknown) => readDraft(input, known, from);

describe('a draft', () => {
  it('sets numbers of the nation or of a place, from a day, and switches rules', () => {
    const draft = read({
      title: '提前开户',
      parameters: {
        'account.open-days': { value: 20, place: 'gaotang-371526', basis: '征求意见稿' },
        'deposit.small-amount': { value: '400000000', from: '2026-07-01' },
        'deposit.before-permit': { value: true },
        'attendance.silent-days': { value: [2, 5, 10, 20] },
        'clue.close': { value: { n: 10, unit: 'natural-days' } },
      },
      off: { 'W-PAY-07': '误报多' },
    });
    if (!draft.ok) throw new Error(draft.refusal.says);
    const place = underDraft(gaotang, draft.value);
    const at = (
      id: 'account.open-days' | 'deposit.small-amount' | 'deposit.before-permit' | 'attendance.silent-days' | 'clue.close',
      day: string,
      of = place,
    ) => {
      const answer = valueOn(id, of, civilDate(day));
      return answer.ok ? [answer.inForce.words, answer.inForce.setBy] : answer.missing;
    };
    expect(at('account.open-days', '2026-06-01')).toEqual(['20 日', '高唐县']);
    expect(at('account.open-days', '2026-05-31')).toEqual(['30 日', '全国']);
    expect(at('deposit.small-amount', '2026-06-30')).toEqual(['3,000,000 元', '全国']);
    expect(at('deposit.small-amount', '2026-07-01')).toEqual(['4,000,000 元', '全国']);
    expect(at('deposit.before-permit', '2026-06-01')).toEqual(['是', '全国']);
    expect(at('attendance.silent-days', '2026-06-01')).toEqual(['2、5、10、20', '全国']);
    expect(at('clue.close', '2026-06-01')).toEqual(['10 日', '全国']);
    expect(place.unused).toEqual({ 'W-PAY-07': '误报多' });
    // What is in force is not touched.
    expect(at('account.open-days', '2026-06-01', gaotang)).toEqual(['30 日', '全国']);
    expect(gaotang.unused).toEqual({});
  });

  it('replaces a value that the place set from the same day', () => {
    const draft = read({ parameters: { 'emergency-fund.town': { value: 100_000_000, place: 'gaotang-371526', from: '2023-01-01' } } });
    if (!draft.ok) throw new Error(draft.refusal.says);
    expect(valueOn('emergency-fund.town', underDraft(gaotang, draft.value), from)).toMatchObject({ inForce: { words: '1,000,000 元' } });
  });

  it('takes a switched rule back into use', () => {
    const draft = read({ on: ['W-PAY-07'] });
    if (!draft.ok) throw new Error(draft.refusal.says);
    expect(underDraft({ ...national, unused: { 'W-PAY-07': '误报多' } }, draft.value).unused).toEqual({});
  });

  it.each([
    [[], '草案应当是一个 JSON 对象'],
    [{}, '草案没有改变任何参数或规则'],
    [{ colour: 'red', on: ['ACC-01'] }, '草案没有“colour”这一项'],
    [{ parameters: { 'account.open': { value: 1 } } }, '没有“account.open”这个参数'],
    [{ parameters: { 'account.open-days': 20 } }, '写成 { "value": … } 的样子'],
    [{ parameters: { 'account.open-days': { value: '20' } } }, '的值不对：单位是 natural-days'],
    [{ parameters: { 'account.open-days': { value: -1 } } }, '的值不对'],
    [{ parameters: { 'account.open-days': { value: 1.5 } } }, '的值不对'],
    [{ parameters: { 'deposit.before-permit': { value: 1 } } }, '单位是 yes-no'],
    [{ parameters: { 'attendance.silent-days': { value: [] } } }, '单位是 steps'],
    [{ parameters: { 'account.open-days': { value: 20, place: 'atlantis' } } }, '的 place 只能是：national、gaotang-371526'],
    [{ parameters: { 'account.open-days': { value: 20, from: '2026-02-30' } } }, '的 from 写成 2026-12-01 的样子'],
    [{ off: { 'NO-99': '理由' } }, '没有“NO-99”这条规则'],
    [{ off: { 'ACC-01': '' } }, '停用“ACC-01”要写理由'],
    [{ on: ['NO-99'] }, '没有“NO-99”这条规则'],
  ])('names what is wrong with %j', (input, says) => {
    const draft = read(input);
    expect(draft.ok ? '' : draft.refusal.says).toContain(says);
  });
});
