import type { CivilDate } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { choice, day, facts, list, yesNo } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const LINKS = { start: '启动', evidence: '调查取证', review: '审核', decision: '决定', service: '送达', execution: '执行' } as const;

const link = {
  link: choice('环节', LINKS),
  happenedOn: day('进行之日'),
  recorded: yesNo('是否以文字、音像等形式记录'),
  filed: yesNo('记录是否归档'),
} as const;
const form = facts({ links: list('已经进行的环节', link) });

/** 全过程记录. 「以文字、音像等形式，对行政处罚的启动、调查取证、审核、决定、送达、执行等进行全过程记录，归档保存」: every link that took place, recorded and filed. */
export const wholeRecord = matterRule({
  code: 'CASE-26',
  version: 1,
  title: '处罚全过程记录',
  basis: [cite('行政处罚法', 47)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'links');
    if (!known.ok) return known.answer;
    const without: { readonly name: string; readonly on: CivilDate }[] = [];
    for (const one of known.facts.links) {
      if (one.link === null) return cannotDetermine(link.link.field.means);
      if (one.happenedOn === null) return cannotDetermine(`${LINKS[one.link]}的${link.happenedOn.field.means}`);
      if (one.recorded === null) return cannotDetermine(`${LINKS[one.link]}${link.recorded.field.means}`);
      if (one.recorded && one.filed === null) return cannotDetermine(`${LINKS[one.link]}${link.filed.field.means}`);
      if (one.happenedOn <= setting.on && !(one.recorded && one.filed === true)) {
        without.push({ name: `${LINKS[one.link]}${one.recorded ? '（未归档）' : ''}`, on: one.happenedOn });
      }
    }
    const [first] = without;
    if (first === undefined) return NOTHING;
    return finding({
      level: 2,
      says: `处罚案件的${without.map(({ name }) => name).join('、')}没有完整记录并归档`,
      values: [{ label: '缺记录的环节', value: without.length, unit: 'count', threshold: 0 }],
      dueOn: first.on,
      duty: 'inspector',
      owedTo: 'party-concerned',
      clears: '补齐记录并说明原因，归档',
      rows: [],
    });
  },
});
