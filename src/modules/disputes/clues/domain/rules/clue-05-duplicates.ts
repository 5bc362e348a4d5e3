import type { CivilMonth } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { facts, list, month, text } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  clues: list('待比对的线索', {
    source: text('来源（国家平台、省平台、12345、来访等）'),
    worker: text('劳动者编号'),
    employer: text('被反映单位编号'),
    from: month('欠薪起始月'),
    until: month('欠薪截止月'),
  }),
});

/**
 * 并案. Interpretation: two clues are one matter when worker and employer are the same and the months they speak of overlap; a month in common is
 * enough. Says the places in the list, never who it was.
 */
export const duplicates = matterRule({
  code: 'CLUE-05',
  version: 1,
  title: '多渠道重复线索并案',
  basis: [cite('工资条例', 10, 3)],
  evidence: 'D',
  interpretation: '法律没有规定并案；同一劳动者、同一单位、欠薪月份有重叠的视为同一件，保留各来源的登记和答复',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'clues');
    if (!known.ok) return known.answer;
    const keyed = known.facts.clues.map(keyOf);
    const pairs: string[] = [];
    const touched = new Set<number>();
    for (const [second, other] of keyed.entries()) {
      const first = keyed.findIndex((one, place) => place < second && isSame(one, other));
      if (first < 0) continue;
      pairs.push(`第 ${first + 1}、${second + 1} 件`);
      touched.add(first).add(second);
    }
    if (pairs.length === 0) return keyed.includes(null) ? cannotDetermine('每件线索的劳动者、单位和欠薪月份') : NOTHING;
    return finding({
      level: 1,
      says: `${pairs.join('，')}反映的是同一劳动者、同一单位的同一期间，应当并案办理，一并答复`,
      values: [{ label: '重复的线索', value: touched.size, unit: 'count' }],
      dueOn: setting.on,
      duty: 'authority',
      clears: '并案，各来源都得到答复',
      rows: [],
    });
  },
});

interface Key {
  readonly of: string;
  readonly from: CivilMonth;
  readonly until: CivilMonth;
}

function keyOf({
  worker,
  employer,
  from,
  until,
}: {
  readonly worker: string | null;
  readonly employer: string | null;
  readonly from: CivilMonth | null;
  readonly until: CivilMonth | null;
}): Key | null {
  return worker === null || employer === null || from === null || until === null ? null : { of: `${worker} ${employer}`, from, until };
}

function isSame(one: Key | null, other: Key | null): boolean {
  return one !== null && other !== null && one.of === other.of && one.from <= other.until && other.from <= one.until;
}
