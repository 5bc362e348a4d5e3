/**
 * How far the words behind a rule were verified: full text read (VF), two sources (V2), one source (V1), memory (M),
 * a local parameter (L), a design decision where the law is silent (D).
 */
export type Evidence = 'VF' | 'V2' | 'V1' | 'M' | 'L' | 'D';

/** What the mark means, for the reader. */
export const EVIDENCE_MEANS: Readonly<Record<Evidence, string>> = {
  VF: '已核对全文',
  V2: '两处来源一致',
  V1: '一处来源',
  M: '凭记忆，待法制审核',
  L: '地方参数',
  D: '法律未规定，由本系统选定',
};
