/** The chapters of the catalogue, in its order: what a code begins with, and the matter it is about. */
export const CHAPTERS: readonly { readonly code: string; readonly name: string; readonly begins: readonly string[] }[] = [
  { code: 'PAY', name: '工资支付', begins: ['PAY', 'W-PAY'] },
  { code: 'CTR', name: '劳动合同与实名制', begins: ['CTR', 'W-RNM', 'W-ATT'] },
  { code: 'FUND', name: '工程款与资金', begins: ['FUND', 'W-PRJ'] },
  { code: 'ACC', name: '工资专用账户与总包代发', begins: ['ACC', 'DIS', 'W-ACC'] },
  { code: 'DEP', name: '工资保证金与告示牌', begins: ['DEP', 'SIGN'] },
  { code: 'LIAB', name: '清偿责任', begins: ['LIAB'] },
  { code: 'CASE', name: '监察办案与处罚', begins: ['CASE', 'PEN'] },
  { code: 'CRIM', name: '涉嫌犯罪移送', begins: ['CRIM'] },
  { code: 'BLK', name: '失信名单、社会公布与等级', begins: ['BLK', 'CRD', 'PUB', 'RATE'] },
  { code: 'ARB', name: '仲裁、支付令与法律援助', begins: ['ARB', 'ORD', 'AID'] },
  { code: 'CLUE', name: '线索、检查、考核与应急', begins: ['CLUE', 'CHK', 'ASM', 'EMG'] },
  { code: 'OPS', name: '数据来源', begins: ['W-OPS'] },
];

/** The chapter of a rule; a code of no chapter is a bug that the test of the rulebook finds. */
export function chapterOf(code: string): string {
  return CHAPTERS[chapterNumber(code)]?.name ?? '';
}

/** Where a rule stands in the catalogue: by chapter, and within it by what its code begins with. */
export function placeOf(code: string): number {
  const chapter = chapterNumber(code);
  return chapter * 100 + (CHAPTERS[chapter]?.begins.indexOf(stemOf(code)) ?? 0);
}

function chapterNumber(code: string): number {
  return CHAPTERS.findIndex(({ begins }) => begins.includes(stemOf(code)));
}

/** `W-PAY-05` → `W-PAY`. */
function stemOf(code: string): string {
  return code.replace(/-\d+$/u, '');
}
