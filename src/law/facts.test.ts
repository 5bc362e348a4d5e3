import { describe, expect, it } from 'vitest';
import { choice, count, day, event, facts, list, money, moment, month, names, orNull, share, sweptFacts, text, year, yesNo } from './facts.ts';

const form = facts({
  permitOn: day('取得施工许可证之日'),
  storedOn: event('存储之日'),
  wageMonth: month('工资月份'),
  reportedAt: moment('报告时刻'),
  contract: money('合同额'),
  rate: share('存储比例'),
  heads: count('人数', '人'),
  exempt: yesNo('是否免存'),
  kind: choice('方式', { cash: '现金', guarantee: '保函' }),
  note: text('说明'),
  taxYear: year('年度'),
  workers: list('欠薪工人', { owed: money('欠薪'), months: count('欠薪月数', '月') }),
});

describe('facts from outside', () => {
  it('reads each kind into its own type', () => {
    const read = form.read({
      permitOn: '2026-02-06',
      storedOn: 'not-yet',
      wageMonth: '2026-01',
      reportedAt: '2026-02-06T09:30',
      contract: '300000000',
      rate: 150,
      heads: 10,
      exempt: false,
      kind: 'cash',
      note: '补正',
      taxYear: 2026,
      workers: [{ owed: 500_000, months: 3 }, { owed: 1 }],
    });
    expect(read).toEqual({
      ok: true,
      facts: {
        permitOn: '2026-02-06',
        storedOn: 'not-yet',
        wageMonth: '2026-01',
        reportedAt: '2026-02-06 09:30',
        contract: 300_000_000n,
        rate: 150,
        heads: 10,
        exempt: false,
        kind: 'cash',
        note: '补正',
        taxYear: 2026,
        workers: [
          { owed: 500_000n, months: 3 },
          { owed: 1n, months: null },
        ],
      },
    });
  });

  it('takes what is not stated for a gap, and asks for it by its name', () => {
    const read = form.read({ contract: 1 });
    if (!read.ok) throw new Error('must read');
    expect(read.facts.permitOn).toBeNull();
    expect(form.certain(read.facts, 'contract', 'permitOn', 'heads')).toEqual({
      ok: false,
      answer: { answer: 'cannot-determine', missing: ['取得施工许可证之日', '人数'] },
    });
    expect(form.certain(read.facts, 'contract')).toMatchObject({ ok: true, facts: { contract: 1n } });
  });

  it.each([
    [{ permitOn: '2026-02-30' }, '取得施工许可证之日', '日期写成 2026-10-31 的样子'],
    [{ permitOn: '0206-02-06' }, '取得施工许可证之日', '日期写成 2026-10-31 的样子'],
    [{ taxYear: 20_260 }, '年度', '不能大于 2199'],
    [{ note: ' ' }, '说明', '不能是空的'],
    [{ note: '长'.repeat(501) }, '说明', '最多 500 个字'],
    [{ workers: Array.from({ length: 10_001 }, () => ({})) }, '欠薪工人', '最多 10000 项'],
    [{ permitOn: 20260206 }, '取得施工许可证之日', '应当是文字，或者没有填'],
    [{ wageMonth: '0206-01' }, '工资月份', '月份写成 2026-10 的样子'],
    [{ wageMonth: '2026-13' }, '工资月份', '月份写成 2026-10 的样子'],
    [{ contract: '3,000' }, '合同额', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ contract: 1.5 }, '合同额', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ permitOn: '1899-12-31' }, '取得施工许可证之日', '日期写成 2026-10-31 的样子'],
    [{ permitOn: '2200-01-01' }, '取得施工许可证之日', '日期写成 2026-10-31 的样子'],
    [{ storedOn: '未存' }, '存储之日', '日期写成 2026-10-31 的样子；确知尚未发生的写 not-yet'],
    [{ storedOn: '1899-12-31' }, '存储之日', '日期写成 2026-10-31 的样子；确知尚未发生的写 not-yet'],
    [{ reportedAt: '2026-02-06' }, '报告时刻', '时刻写成 2026-10-31 09:30 的样子'],
    [{ taxYear: 1899 }, '年度', '不能小于 1900'],
    [{ rate: -1 }, '存储比例', '不能小于 0'],
    [{ rate: 1.5 }, '存储比例', '应当是整数，或者没有填'],
    [{ contract: '1'.repeat(19) }, '合同额', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ contract: '1x' }, '合同额', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ contract: 'x1' }, '合同额', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ workers: 3 }, '欠薪工人', '应当是列表，或者没有填'],
    [{ workers: [3] }, '欠薪工人（第 1 项）', '应当是一组事实，或者没有填'],
    [{ workers: [{ owing: 1 }] }, 'owing', '这条规则不用这一项；请核对名称'],
    [{ heads: -1 }, '人数', '不能小于 0'],
    [{ heads: 1.5 }, '人数', '应当是整数，或者没有填'],
    [{ exempt: '是' }, '是否免存', '应当是true 或 false，或者没有填'],
    [{ kind: 'gold' }, '方式', '只能是：cash、guarantee'],
    [{ workers: [{ owed: 1 }, { owed: 'x' }] }, '欠薪工人（第 2 项 欠薪）', '金额以分为单位，写成整数，例如 1234500 表示 12,345 元'],
    [{ surprise: 1 }, 'surprise', '这条规则不用这一项；请核对名称'],
    [[], '事实', '应当是一组事实，或者没有填'],
  ])('names what is wrong with %j', (input, fact, says) => {
    expect(form.read(input)).toEqual({ ok: false, faults: [{ fact, says }] });
  });

  it('takes the first and the last year, an amount below nothing, and a text of the longest', () => {
    const read = form.read({ permitOn: '1900-01-01', storedOn: '2199-12-31', taxYear: 2199, contract: '-5', heads: 0, rate: 0, note: ` ${'长'.repeat(500)} ` });
    expect(read).toMatchObject({
      ok: true,
      facts: { permitOn: '1900-01-01', storedOn: '2199-12-31', taxYear: 2199, contract: -5n, heads: 0, rate: 0, note: '长'.repeat(500) },
    });
    expect(form.read({ taxYear: 1900, contract: '1'.repeat(18) })).toMatchObject({ ok: true });
  });

  it('names every fault at once', () => {
    expect(form.read({ heads: -1, kind: 'gold', surprise: 1, wonder: 2 })).toEqual({
      ok: false,
      faults: [
        { fact: '人数', says: '不能小于 0' },
        { fact: '方式', says: '只能是：cash、guarantee' },
        { fact: 'surprise', says: '这条规则不用这一项；请核对名称' },
        { fact: 'wonder', says: '这条规则不用这一项；请核对名称' },
      ],
    });
  });

  it('knows several words by key or by Chinese name, each once', () => {
    const columns = facts({ columns: names('台账各栏', { name: '姓名', days: '工日' }) });
    expect(columns.read({ columns: ['姓名', ' name ', '工日'] })).toEqual({ ok: true, facts: { columns: new Set(['name', 'days']) } });
    expect(columns.read({ columns: ['姓名', '籍贯'] })).toEqual({
      ok: false,
      faults: [{ fact: '台账各栏（第 2 项）', says: '没有“籍贯”；可以是：姓名、工日' }],
    });
    expect(columns.read({ columns: Array.from({ length: 200 }, () => '姓名') })).toMatchObject({ ok: true });
    expect(columns.read({ columns: Array.from({ length: 201 }, () => '姓名') })).toEqual({ ok: false, faults: [{ fact: '台账各栏', says: '最多 200 项' }] });
  });

  it('describes each fact for a form', () => {
    const said = Object.fromEntries(form.fields.map(({ name, ...field }) => [name, field]));
    expect(said).toMatchObject({
      permitOn: { means: '取得施工许可证之日', kind: 'day', required: false },
      storedOn: { kind: 'event' },
      wageMonth: { kind: 'month' },
      reportedAt: { kind: 'moment' },
      contract: { kind: 'money', unit: '分' },
      rate: { kind: 'share', unit: '万分之一' },
      heads: { kind: 'count', unit: '人' },
      exempt: { kind: 'yes-no' },
      kind: { kind: 'choice', choices: { cash: '现金', guarantee: '保函' } },
      note: { kind: 'text' },
      taxYear: { kind: 'count', unit: '年' },
      workers: { kind: 'list', fields: [{ name: 'owed', means: '欠薪', kind: 'money' }, { name: 'months' }] },
    });
  });

  it('picks of the sweep’s facts those one rule reads', () => {
    const swept = sweptFacts<{ heads: number; through: string | null }>({ heads: count('人数', '人'), through: orNull(text('截至')) });
    const few = swept.pick('through');
    expect(few.fields.map(({ name }) => name)).toEqual(['through']);
    expect(few.read({ through: '10月' })).toEqual({ ok: true, facts: { through: '10月' } });
    expect(few.read({ heads: 1 })).toMatchObject({ ok: false });
    expect(swept.jsonSchema()).toMatchObject({ required: ['heads'], properties: { heads: { title: '人数', 'x-unit': '人' } } });
  });

  it('wants every fact that the sweep leaves no doubt about', () => {
    const swept = sweptFacts<{ heads: number; through: string | null }>({ heads: count('人数', '人'), through: orNull(text('截至')) });
    expect(swept.read({ heads: 1 })).toEqual({ ok: true, facts: { heads: 1, through: null } });
    expect(swept.read({})).toEqual({ ok: false, faults: [{ fact: '人数', says: '应当是数字，或者没有填' }] });
    expect(swept.fields.map(({ name, required }) => [name, required])).toEqual([
      ['heads', true],
      ['through', false],
    ]);
  });

  it('describes itself as JSON Schema', () => {
    const schema = form.jsonSchema();
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema['required']).toBeUndefined();
    expect(schema).toMatchObject({ properties: { permitOn: { title: '取得施工许可证之日' }, kind: { 'x-choices': { cash: '现金' } } } });
  });
});
