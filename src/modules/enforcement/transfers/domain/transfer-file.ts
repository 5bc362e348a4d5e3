import { yesNo } from '#law/facts.ts';

/** 移送材料: what a transfer to the police carries, each with the question whether it is there. */
export const TRANSFER_FILE = {
  letter: yesNo('涉嫌犯罪案件移送书'),
  report: yesNo('涉嫌犯罪案件情况的调查报告'),
  approval: yesNo('移送审批表'),
  order: yesNo('责令支付文书及送达证明'),
  interviews: yesNo('劳动者调查询问笔录'),
  debtor: yesNo('行为人的基本情况'),
  evidence: yesNo('欠付数额、逃避支付或者有能力支付的证据材料'),
} as const;

type Present = { readonly [K in keyof typeof TRANSFER_FILE]: boolean | null };

/** The Chinese names of what is known to be missing, and of what nobody has looked for. */
export function gapsOfFile(given: Present): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
  const named = (wanted: false | null) =>
    Object.entries(TRANSFER_FILE).flatMap(([name, { field }]) =>
      Object.entries(given).some(([own, value]) => own === name && value === wanted) ? [field.means] : [],
    );
  return { missing: named(false), unknown: named(null) };
}
