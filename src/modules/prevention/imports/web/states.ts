import type { ImportKind, ImportState, ImportView } from '../domain/wire.ts';

type Tone = 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red';

/** What each state is called, whose move it is, and whether the screen should keep asking. */
export const STATES: Readonly<Record<ImportState, { readonly name: string; readonly tone: Tone; readonly isMoving: boolean }>> = {
  reading: { name: '正在读', tone: 'blue', isMoving: true },
  'needs-mapping': { name: '等你对列', tone: 'orange', isMoving: false },
  checked: { name: '等你收下', tone: 'orange', isMoving: false },
  importing: { name: '正在收', tone: 'blue', isMoving: true },
  done: { name: '已收下', tone: 'green', isMoving: false },
  failed: { name: '没读成', tone: 'red', isMoving: false },
  cancelled: { name: '没有收', tone: 'grey', isMoving: false },
  undone: { name: '已撤销', tone: 'grey', isMoving: false },
};

export const KINDS: readonly { readonly kind: ImportKind; readonly name: string; readonly holds: string }[] = [
  { kind: 'ledger', name: '在建项目台账', holds: '一行一个项目' },
  { kind: 'roster', name: '花名册', holds: '一行一个工人' },
  { kind: 'attendance', name: '考勤表', holds: '一月一张，或一行一次打卡' },
  { kind: 'payroll', name: '工资支付表', holds: '一行一个工人一个月' },
  { kind: 'flows', name: '专户流水', holds: '银行导出的明细' },
];

/** A bank statement without a movement: taken for what it says, that between its days nothing moved. */
export function saysNothingMoved(view: Pick<ImportView, 'kind' | 'totals'>): boolean {
  return view.kind === 'flows' && view.totals?.rows === 0;
}

/** Sheets the product reads; everything else is refused before a byte travels. */
const SHEETS = ['xlsx', 'xls', 'csv'];
/** Same limit as the server's: 64 MB holds a sheet of several hundred thousand rows. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** Why a file cannot be read, known from its name and size alone; null when it may be sent. */
export function refusedAtOnce(file: { readonly name: string; readonly size: number }): string | null {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!SHEETS.includes(ending))
    return `只读 .xlsx、.xls、.csv。${file.name.includes('.') ? `这个是 .${ending}` : '这个看不出是什么'}，在 Excel 里另存为 .xlsx 再传。`;
  if (file.size === 0) return '文件是空的。打开看看存好没有，再传。';
  if (file.size > LARGEST_FILE) return '文件超过 64 MB。按月份或项目分成几个再传。';
  return null;
}
