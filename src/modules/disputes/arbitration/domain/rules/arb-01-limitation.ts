import { moreThan } from '#kernel/bounds.ts';
import { inChineseDay } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { event, facts } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';
import { limitationOf, limitationShape } from '../limitation.ts';

const form = facts({ ...limitationShape, applied: event('申请仲裁之日（尚未申请写 not-yet）') });

/**
 * 仲裁时效届满. 「劳动关系存续期间因拖欠劳动报酬发生争议的，劳动者申请仲裁不受本条第一款规定的仲裁时效期间的限制；但是，劳动关系终止的，应当自
 * 劳动关系终止之日起一年内提出」: the last day is in time. Warns the worker; whether the other side pleads limitation is theirs to decide.
 */
export const limitation = matterRule({
  code: 'ARB-01',
  version: 1,
  title: '仲裁时效届满',
  basis: [cite('调解仲裁法', 27), cite('民法典', 202)],
  evidence: 'VF',
  interpretation: '向有关部门请求权利救济的，按请求之日起重新计算，不等到办理终结之日；这样算出的最后一日较早，提醒在先，对劳动者稳妥',
  facts: form,
  needs: ['arbitration.limitation.months'],
  prepare: (setting, params) => (given) => {
    const stands = limitationOf(given, params['arbitration.limitation.months'], setting);
    if (stands.kind === 'unknown') return stands.answer;
    if (stands.kind === 'none' || stands.counted === null) return NOTHING;
    const { counted, start, from } = stands;
    const applied = given.applied === 'not-yet' || given.applied === null || given.applied > setting.on ? setting.on : given.applied;
    if (!moreThan(applied, counted.due)) return NOTHING;
    const missing = (['applied', 'interruptions', 'suspensions'] as const).filter((name) => given[name] === null);
    if (missing.length > 0) {
      const means = form.fields.filter(({ name }) => missing.some((one) => one === name)).map((field) => field.means);
      return cannotDetermine(...means);
    }
    const began = given.claim === 'wages' ? '劳动关系终止' : '知道权利被侵害';
    const restarted = from === start ? '其间没有中断' : `最后一次于${inChineseDay(from)}中断后重新计算`;
    return finding({
      level: 3,
      says: `${inChineseDay(start)}${began}，${restarted}，申请仲裁的时效已于${inChineseDay(counted.due)}届满，对方提出时效抗辩的，请求可能得不到支持`,
      values: [{ label: '时效最后一日', value: counted.due, unit: 'date' }],
      dueOn: counted.due,
      provisional: counted.provisional,
      duty: 'worker',
      steps: [{ label: '时效最后一日', value: counted.due, unit: 'date', reckoned: counted.trace.join('；'), basis: cite('调解仲裁法', 27) }],
      clears: '查明还有别的中断或者中止事由，或者对方同意履行',
      rows: [],
    });
  },
});
