import { describe, expect, it } from 'vitest';
import { cite, inChineseNumerals, nameOf, wordsOf } from './citation.ts';
import { INSTRUMENTS, type Instrument } from './instruments/index.ts';

describe('a citation', () => {
  it('quotes the words it names', () => {
    expect(wordsOf(cite('工资条例', 24, 2))).toMatchObject({
      fullTitle: '保障农民工工资支付条例',
      number: '国务院令第724号',
      article: '第二十四条第二款',
      evidence: 'VF',
    });
    expect(wordsOf(cite('工资条例', 24, 2)).text).toContain('人工费用拨付周期不得超过1个月。');
    expect(wordsOf(cite('工资条例', 55, '(一)')).text).toContain('未按规定开设或者使用农民工工资专用账户');
  });

  it('says 大意 where the words are not held', () => {
    expect(wordsOf(cite('专户办法', 9))).toMatchObject({ text: null, evidence: 'M' });
    expect(wordsOf(cite('专户办法', 9)).gist).toContain('公示无拖欠30日');
  });

  it('does not compile for an article we do not hold', () => {
    // @ts-expect-error there is no such article
    expect(() => wordsOf(cite('工资条例', 99))).toThrow('not held');
    // @ts-expect-error the article is held by paragraphs, so the paragraph must be named
    expect(() => wordsOf(cite('工资条例', 24))).toThrow('not held');
  });

  it('writes numbers as the law does', () => {
    expect([1, 10, 12, 20, 24, 100, 105, 110, 201, 340, 1005, 1050, 1259].map(inChineseNumerals)).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '二十四',
      '一百',
      '一百零五',
      '一百一十',
      '二百零一',
      '三百四十',
      '一千零五',
      '一千零五十',
      '一千二百五十九',
    ]);
    expect(nameOf(cite('工资条例', 12))).toBe('第十二条');
    expect(nameOf(cite('刑法', 276.1))).toBe('第二百七十六条之一');
    expect(nameOf(cite('工时折算通知', 2))).toBe('第二部分');
    expect(nameOf(cite('护薪通知', 0))).toBe('全文');
  });

  it('quotes an article whole, by paragraph and by item', () => {
    expect(wordsOf(cite('监察条例', 18)).text).toBe(`${wordsOf(cite('监察条例', 18, 1)).text}\n${wordsOf(cite('监察条例', 18, 2)).text}`);
    expect(wordsOf(cite('监察条例', 18, '(三)')).text).toBe(
      '劳动保障行政部门对违反劳动保障法律、法规或者规章的行为，根据调查、检查的结果，作出以下处理：(三)对情节轻微且已改正的，撤销立案。',
    );
  });

  it('holds no article beyond the last of its statute', () => {
    const instruments: Readonly<Record<string, Instrument>> = INSTRUMENTS;
    for (const [key, { articleCount, articles }] of Object.entries(instruments)) {
      const numbers = Object.keys(articles).map(Number);
      expect(`${key} ${numbers.length > 0}`).toBe(`${key} true`);
      expect(`${key} ${Math.floor(Math.max(...numbers)) <= (articleCount ?? Number.POSITIVE_INFINITY)}`).toBe(`${key} true`);
    }
  });

  it('holds either the words or their meaning, never both, never neither', () => {
    const instruments: Readonly<Record<string, Instrument>> = INSTRUMENTS;
    for (const [key, instrument] of Object.entries(instruments)) {
      for (const [article, parts] of Object.entries(instrument.articles)) {
        for (const words of Object.values(parts)) {
          expect(`${key} ${article} ${(words.text === null) !== (words.gist === null)}`).toBe(`${key} ${article} true`);
          expect((words.text ?? words.gist ?? '').length).toBeGreaterThan(9);
        }
      }
    }
  });
});
