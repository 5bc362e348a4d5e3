import { execFile } from 'node:child_process';
import { expect, describe, it } from 'vitest';

// X5: the five places run from the same code with parameters alone. The same facts are put to the command line, as an operator would, and each
// place answers by its own numbers; where a place has not entered one, it says so.

interface Told {
  readonly answer: string;
  readonly says: string;
  readonly missing: readonly string[];
  readonly finding: { readonly dueOn: string; readonly levelName: string } | null;
  readonly results?: readonly { readonly label: string; readonly value: string }[];
}

function anxin(args: readonly string[], input?: unknown): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--conditions=source', 'src/apps/cli.ts', 'law', ...args], { encoding: 'utf8' }, (failed, out, err) =>
      done({ code: failed === null ? 0 : Number(failed.code ?? 1), out, err }),
    );
    child.stdin?.end(input === undefined ? '' : JSON.stringify(input));
  });
}

const ask = async (code: string, place: string, on: string, facts: unknown) =>
  JSON.parse((await anxin(['run', code, '--profile', place, '--on', on], facts)).out) as Told;
const PLACES = ['guangxi', 'gaotang', 'chengdu', 'jilin', 'jiayuguan'] as const;

describe.concurrent('X5 五地同一套代码，只有参数不同', { timeout: 300_000 }, () => {
  it('「先交纳农民工工资保证金后核发施工许可证」 binds in 嘉峪关 alone; elsewhere 20 working days after the permit', async () => {
    const facts = { state: 'building', permitOn: '2026-09-16', contractFen: '3000000000', stated: ['保证金存储日期'] };
    const told = await Promise.all(PLACES.map((place) => ask('DEP-01', place, '2026-09-30', facts)));
    expect(told.map(({ answer }) => answer)).toEqual(['none', 'none', 'none', 'none', 'finding']);
    // 16 September + 20 working days: the 20th is worked, the 25th off, 国庆 off to the 7th, 10 October worked: Tuesday the 20th.
    const late = await Promise.all(PLACES.map((place) => ask('DEP-01', place, '2026-10-21', facts)));
    expect(late.map(({ finding }) => finding?.dueOn)).toEqual(['2026-10-20', '2026-10-20', '2026-10-20', '2026-10-20', '2026-09-16']);
  });

  it('reckons each place’s own targets and nobody else’s', async () => {
    const figures = { casesClosed: 95, casesTotal: 100, modelProjects: 300, underWay: 1600 };
    const told = await Promise.all(PLACES.map((place) => ask('target-progress', place, '2026-09-30', figures)));
    expect(told.map(({ answer, results }) => [answer, ...(results ?? []).map(({ label, value }) => `${label}：${value}`)])).toEqual([
      ['cannot-determine'],
      ['cannot-determine'],
      ['cannot-determine'],
      ['reckoned', '“薪安项目”占比：未达到（18.75%，目标 20%）', '“薪安项目”个数：达到（300 个）'],
      ['reckoned', '结案率：未达到（95%，目标 96%）'],
    ]);
  });

  it('never says «no crime» where the province’s amounts are not entered', async () => {
    const told = await Promise.all(PLACES.map((place) => ask('CRIM-01', place, '2026-09-30', {})));
    expect(told.map(({ answer }) => answer)).toEqual(PLACES.map(() => 'cannot-determine'));
  });

  it('refuses wrong facts with a sentence each, and unknown codes and places', async () => {
    const wrong = await anxin(['run', 'ARB-12'], { workers: 'ten' });
    expect([wrong.code, wrong.err.trim()]).toEqual([1, '事实有误：\n  有共同请求的劳动者人数：应当是数字，或者没有填']);
    expect(await anxin(['run', 'NO-99'], {})).toMatchObject({ code: 1, err: '没有“NO-99”这条规则或计算器。用 anxin law list 查编号。\n' });
    expect((await anxin(['run', 'ARB-12', '--profile', 'atlantis'], {})).err).toContain('没有“atlantis”');
    expect((await anxin(['due', '--from', '2026-02-30', '--working-days', '3'])).err).toContain('日期写成');
    expect((await anxin(['due', '--from', '2026-02-06'])).err).toContain('写一个期限');
  });

  it('counts and shows', async () => {
    expect((await anxin(['due', '--from', '2026-02-06', '--working-days', '20'])).out.split('\n')[0]).toBe('2026-03-12');
    const shown = (await anxin(['show', 'DEP-01', '--profile', 'jiayuguan', '--on', '2026-09-15'])).out;
    expect(shown).toContain('是否要求核发施工许可证前存储：是（市保障农民工工资支付工作问题整改方案第11项）');
    expect(JSON.parse((await anxin(['run', 'DEP-01', '--schema'])).out)).toMatchObject({ type: 'object', additionalProperties: false });
    expect((await anxin(['list'])).out).toMatch(/共 \d{3} 条规则/u);
  });
});
