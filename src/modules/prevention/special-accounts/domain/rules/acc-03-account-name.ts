import { cite } from '#law/citation.ts';
import type { Read } from '#law/facts.ts';
import { finding, NOTHING, rule } from '#law/rule.ts';
import { projectForm } from '#modules/prevention/facts/domain/index.ts';

const form = projectForm.pick('projectName', 'generalContractorName', 'startedOn', 'accountName', 'accountOpenedOn', 'accountClosedOn');

type Facts = Read<typeof form>;

const SUFFIX = '农民工工资专用账户';

/** The account's name is contractor + project + 农民工工资专用账户; spaces, brackets and full-width forms do not matter. */
export const accountName = rule({
  code: 'ACC-03',
  warns: [],
  version: 1,
  title: '专用账户名称不规范',
  subject: 'project',
  basis: [cite('专户办法', 6)],
  evidence: 'V2',
  interpretation: '银行系统截短的名称很常见，只作提示。',
  facts: form,
  feeds: ['ledger'],
  needs: [],
  prepare: (setting) => (facts: Facts) => {
    if (facts.accountName === null || facts.accountClosedOn !== null) return NOTHING;
    const expected = `${facts.generalContractorName}${facts.projectName}${SUFFIX}`;
    if (facts.accountName === expected || plain(facts.accountName) === plain(expected)) return NOTHING;
    return finding({
      level: 0,
      says: `专户名称应为“${expected}”`,
      values: [{ label: '专户名称', value: facts.accountName, unit: 'text', threshold: expected }],
      dueOn: facts.accountOpenedOn ?? facts.startedOn ?? setting.on,
      duty: 'bank',
      clears: '台账更正专户名称',
      rows: [{ kind: 'project' }],
    });
  },
});

function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s()（）-]/gu, '');
}
