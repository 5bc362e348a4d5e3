import { formatBp } from '#kernel/basis-points.ts';
import { lessThan } from '#kernel/bounds.ts';
import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('state', 'labourShareBp', 'contractSignedOn', 'startedOn');

type Facts = Read<typeof form>;

/** The contract's share of labour cost is below (低于) what the place asks for; exactly the local share is enough. */
export const localMinimumShare = rule({
  code: 'FUND-08',
  warns: [],
  version: 1,
  title: '约定的人工费用比例低于本地最低比例',
  subject: 'project',
  basis: [cite('工资条例', 24, 2), cite('专户办法', 5)],
  evidence: 'L',
  interpretation: '比例由地方规定；约定月拨付额而未约定比例的不判断。',
  facts: form,
  feeds: ['ledger'],
  needs: ['labour-cost.min-share'],
  prepare: (setting, params) => (facts: Facts) => {
    const share = facts.labourShareBp;
    const least = params['labour-cost.min-share'];
    if (share === null || !lessThan(share, least) || facts.state === 'finished') return NOTHING;
    return finding({
      level: 2,
      says: `合同约定人工费用占工程款 ${formatBp(share)}，低于本地最低比例 ${formatBp(least)}`,
      values: [{ label: '约定比例', value: share, unit: 'basis-points', threshold: least }],
      dueOn: facts.contractSignedOn ?? facts.startedOn ?? setting.on,
      duty: 'project-owner',
      clears: '台账更正的比例达到本地最低比例',
      rows: [{ kind: 'project' }],
    });
  },
});
