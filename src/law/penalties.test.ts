import { describe, expect, it } from 'vitest';
import { wordsOf } from './citation.ts';
import {
  ADDITIONAL_COMPENSATION,
  fineOfArticle56,
  finesOfArticle54,
  MINIMUM_WAGE_COMPENSATION,
  OVERTIME_COMPENSATION,
  qualificationOfArticle55,
  stopAndFineOfArticle55,
  stopAndFineOfArticle57,
} from './penalties.ts';

const ITEMS = ['(一)', '(二)', '(三)'] as const;
const fines = [...ITEMS.map(finesOfArticle54), ...ITEMS.map(stopAndFineOfArticle55), ...ITEMS.map(stopAndFineOfArticle57)];
const corrected = [...fines, ...ITEMS.map(qualificationOfArticle55), ...([...ITEMS, '(四)'] as const).map(fineOfArticle56)];
const paid = [ADDITIONAL_COMPENSATION, MINIMUM_WAGE_COMPENSATION, OVERTIME_COMPENSATION];

describe('法律后果', () => {
  it.each(corrected.map((one) => [one.basis[0].article, one.basis[0].part, one] as const))(
    '《保障农民工工资支付条例》第%s条%s「责令限期改正；逾期不改正的」: a fine needs an order that was not obeyed',
    (_article, _item, { before, says, basis }) => {
      const words = wordsOf(basis[0]).text ?? '';
      expect(before).toContain('责令限期改正，逾期不改正');
      expect(words).toContain('责令限期改正；逾期不改正的');
      for (const range of says.match(/\d万元以上\d+万元以下/gu) ?? []) expect(words).toContain(range);
    },
  );

  it('stops the works in 第五十五条 and 第五十七条, not in 第五十四条 and 第五十六条', () => {
    const stops = corrected.filter(({ says }) => says.includes('停工')).map(({ basis }) => basis[0].article);
    expect([...new Set(stops)]).toEqual([55, 57]);
    for (const article of [54, 56] as const) {
      const [first] = corrected.filter(({ basis }) => basis[0].article === article);
      expect(first?.says).toContain('罚款');
      expect(first?.says).not.toContain('停工');
    }
  });

  it('fines the unit and, beside it, each responsible person in 第五十四条', () => {
    expect(finesOfArticle54('(一)').says).toMatch(/^对单位处2万元以上5万元以下的罚款，并对.*直接责任人员各处1万元以上3万元以下的罚款$/u);
  });

  it('keeps the qualifications for serious circumstances', () => {
    expect(qualificationOfArticle55('(一)').before).toContain('情节严重');
    expect(wordsOf(qualificationOfArticle55('(一)').basis[0]).text).toContain('情节严重的，给予施工单位限制承接新工程、降低资质等级、吊销资质证书等处罚');
  });

  it.each(paid)('《劳动保障监察条例》第二十六条: additional compensation goes to the workers, after an order to pay that was not obeyed', (one) => {
    expect(one.before).toMatch(/责令限期支付.*逾期不支付/u);
    expect(one.says).toContain('向劳动者加付赔偿金');
    expect(one.says).not.toContain('罚款');
  });
});
