import { cite } from '#law/citation.ts';
import { facts, yesNo } from '#law/facts.ts';
import { finding, matterRule, NOTHING } from '#law/rule.ts';

const form = facts({
  isMigrantWorker: yesNo('申请人是否有材料证明为进城务工人员'),
  claimsWages: yesNo('是否申请支付劳动报酬（或者请求工伤事故人身损害赔偿）'),
  hardshipAsked: yesNo('是否要求提交经济困难材料或者核查经济困难状况'),
});

/** 免予核查经济困难. 「申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员」「免予核查经济困难状况」: what they prove is who they are, not how poor. */
export const noHardshipCheck = matterRule({
  code: 'AID-01',
  version: 1,
  title: '欠薪援助免予核查困难',
  basis: [cite('法律援助法', 42, '(三)'), cite('工资条例', 45, 1)],
  evidence: 'VF',
  facts: form,
  needs: [],
  prepare: (setting) => (given) => {
    const known = form.certain(given, 'isMigrantWorker', 'claimsWages', 'hardshipAsked');
    if (!known.ok) return known.answer;
    const { isMigrantWorker, claimsWages, hardshipAsked } = known.facts;
    if (!isMigrantWorker || !claimsWages || !hardshipAsked) return NOTHING;
    return finding({
      level: 2,
      says: '进城务工人员申请支付劳动报酬的法律援助，免予核查经济困难状况，法律援助机构仍要求提交经济困难材料',
      values: [],
      dueOn: setting.on,
      duty: 'legal-aid-centre',
      owedTo: 'worker',
      clears: '撤回要求，按免予核查办理',
      rows: [],
    });
  },
});
