import { describe, expect, it } from 'vitest';
import { maskAddress } from './channels.ts';
import { templateFaults } from './check-templates.ts';
import { shownText, type Template, TEMPLATES, textOf, valueOf } from './templates.ts';

const VALUES = { matters: 3, reference: 'K7M2QX', code: null, at: '2026-11-27 09:30' };
const find = (channel: Template['channel'], kind: Template['kind']): Template => {
  const found = TEMPLATES.find((one) => one.channel === channel && one.kind === kind);
  if (found === undefined) throw new Error(`no template ${channel}/${kind}`);
  return found;
};

describe('自带的模板', () => {
  it('每一条都中性、放得下、没有重复', () => expect(templateFaults(TEMPLATES)).toEqual([]));

  it('只说有几件事和一个看不出内容的编号', () => {
    expect(textOf(find('sms', 'todo'), VALUES)).toBe('您有3件待办事项，请登录安薪查看。编号K7M2QX');
    expect(textOf(find('sms', 'urgent'), { ...VALUES, matters: 100_000 })).toContain('您有999件紧急待办');
  });

  it('验证码给本人看全，给别人看的都盖住', () => {
    const code = { ...VALUES, code: '123456' };
    expect(textOf(find('sms', 'code'), code)).toContain('123456');
    expect(shownText(find('sms', 'code'), code)).not.toContain('123456');
  });

  it('微信的变量一个个填好', () => {
    expect(find('wechat-mini', 'todo').slots.map((slot) => [slot.name, valueOf(slot.value, VALUES)])).toEqual([
      ['phrase1', '待办'],
      ['number2', '3'],
      ['character_string3', 'K7M2QX'],
      ['time4', '2026-11-27 09:30'],
      ['thing5', '请登录安薪查看'],
    ]);
  });
});

describe('单位自己改的模板，启动时就查', () => {
  const sms = find('sms', 'todo');
  const mini = find('wechat-mini', 'todo');
  const thing = (fixed: string): Template => ({ ...mini, slots: [{ name: 'thing1', value: { fixed } }] });
  const phrase = (fixed: string): Template => ({ ...mini, slots: [{ name: 'phrase1', value: { fixed } }] });

  it.each([
    { what: '说了工资', template: { ...sms, text: '您的工资有问题，请登录' }, says: '工资' },
    { what: '说了投诉', template: { ...sms, text: '有一件投诉等您办' }, says: '投诉' },
    { what: '标题说了欠薪', template: { ...sms, subject: '欠薪提醒' }, says: '薪' },
    { what: '变量里说了项目', template: thing('某项目有待办'), says: '项目' },
    { what: '带网址', template: { ...sms, text: '请打开 https://a.cn 查看' }, says: '网址' },
    { what: '看不懂的占位', template: { ...sms, text: '您好{name}' }, says: '{name}' },
    { what: '短信超过一条', template: { ...sms, text: '请'.repeat(71) }, says: '70' },
    { what: '没登记的变量类型', template: { ...mini, slots: [{ name: 'car_number1', value: 'reference' as const }] }, says: 'car_number1' },
    { what: 'phrase 放数字', template: phrase('待办3'), says: 'phrase' },
    { what: 'number 放汉字', template: { ...mini, slots: [{ name: 'number1', value: { fixed: '三' } }] }, says: 'number' },
    { what: '待办里要验证码', template: { ...sms, text: '{code}' }, says: '只有验证码' },
    { what: '验证码里没有码', template: { ...find('sms', 'code'), text: '您好' }, says: '没有 {code}' },
  ])('$what：不让启动', ({ template, says }) => {
    const faults = templateFaults([template]);
    expect(faults.join()).toContain(says);
  });

  it.each([
    { what: 'thing 20 字', template: thing('字'.repeat(20)), fits: true },
    { what: 'thing 21 字', template: thing('字'.repeat(21)), fits: false },
    { what: 'phrase 5 字', template: phrase('五个汉字吧'), fits: true },
    { what: 'phrase 6 字', template: phrase('六个汉字是的'), fits: false },
    { what: '短信变量 35 字', template: { ...sms, slots: [{ name: 'a', value: { fixed: '字'.repeat(35) } }] }, fits: true },
    { what: '短信变量 36 字', template: { ...sms, slots: [{ name: 'a', value: { fixed: '字'.repeat(36) } }] }, fits: false },
    { what: 'character_string 32 个', template: { ...mini, slots: [{ name: 'character_string1', value: { fixed: 'a'.repeat(32) } }] }, fits: true },
    { what: 'character_string 33 个', template: { ...mini, slots: [{ name: 'character_string1', value: { fixed: 'a'.repeat(33) } }] }, fits: false },
    { what: '短信正好 70 字', template: { ...sms, text: '请'.repeat(70) }, fits: true },
  ])('$what → $fits', ({ template, fits }) => expect(templateFaults([template]).length === 0).toBe(fits));

  it('同一种写两遍要说', () => expect(templateFaults([sms, sms]).join()).toContain('写了两遍'));
});

it.each([
  ['13812345678', '138****5678'],
  ['zhang.san@gaotang.gov.cn', 'z***@gaotang.gov.cn'],
  ['oABCD1234567xyz', 'oA****yz'],
  ['abc', '***'],
])('地址 %s 只显示 %s', (address, mask) => expect(maskAddress(address)).toBe(mask));
