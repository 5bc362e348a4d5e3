import { type Fen, fen, inYuan, NO_MONEY } from '#kernel/fen.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { cite } from '#law/citation.ts';
import { day, facts, list, money, text } from '#law/facts.ts';
import { cannotDetermine, finding, matterRule, NOTHING } from '#law/rule.ts';

const fined = {
  act: text('违法行为（同一行为写同一个名称）'),
  project: text('工程项目或者用工单位'),
  period: text('违法期间（不分期间的不填）'),
  fine: money('罚款数额（以分为单位）'),
  decidedOn: day('作出或者拟作出罚款决定之日'),
} as const;
const form = facts({ fines: list('对同一当事人已经作出和拟作出的罚款', fined) });

interface ActFines {
  readonly act: string;
  readonly fines: Fen[];
  lastOn: CivilDate;
}

/**
 * 一事不二罚. 「对当事人的同一个违法行为，不得给予两次以上罚款……按照罚款数额高的规定处罚」. Two fines for one act, of one project and one period, are one
 * too many; the higher stays. Another period is another act.
 */
export const oneFine = matterRule({
  code: 'CASE-23',
  version: 1,
  title: '一事不得二次罚款',
  basis: [cite('行政处罚法', 29)],
  evidence: 'VF',
  interpretation: '同一项目、同一条规定的两次违法视为一个行为，违法期间不同的除外',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'fines');
    if (!known.ok) return known.answer;
    const acts = new Map<string, ActFines>();
    for (const { act, project, period, fine, decidedOn } of known.facts.fines) {
      if (act === null) return cannotDetermine(fined.act.field.means);
      if (project === null) return cannotDetermine(fined.project.field.means);
      if (fine === null) return cannotDetermine(fined.fine.field.means);
      if (decidedOn === null) return cannotDetermine(fined.decidedOn.field.means);
      const key = JSON.stringify([project, act, period]);
      const same = acts.get(key) ?? { act, fines: [], lastOn: decidedOn };
      same.fines.push(fine);
      if (decidedOn > same.lastOn) same.lastOn = decidedOn;
      acts.set(key, same);
    }
    const twice = [...acts.values()].filter(({ fines }) => fines.length > 1);
    const [first] = twice;
    if (first === undefined) return NOTHING;
    const said = twice.map(({ act, fines }) => `“${act}”罚款 ${fines.length} 次，只能按数额高的 ${inYuan(highest(fines))}处罚一次`);
    const tooMuch = twice.reduce((sum, { fines }) => sum + fines.reduce((all, one) => all + one, 0n) - highest(fines), 0n);
    return finding({
      level: 3,
      says: `对同一违法行为${said.join('；')}`,
      values: twice.map(({ act, fines }) => ({ label: `“${act}”的罚款次数`, value: fines.length, unit: 'count' as const, threshold: 1 })),
      amountFen: fen(tooMuch),
      dueOn: first.lastOn > setting.on ? setting.on : first.lastOn,
      duty: 'authority',
      owedTo: 'party-concerned',
      clears: '只保留数额高的一次罚款，其余撤销或者不作出',
      rows: [],
    });
  },
});

function highest(fines: readonly Fen[]): Fen {
  return fines.reduce((most, one) => (one > most ? one : most), NO_MONEY);
}
