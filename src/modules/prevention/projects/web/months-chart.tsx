import { LineChart } from '#kit/chart.tsx';
import { count, month as monthName, yuan } from '#kit/format.ts';
import type { MonthRow } from '../domain/wire.ts';

const MONTHS_SHOWN = 12;
const FEN_A_YUAN = 100;
const TEN_THOUSAND = 10_000;

/** 应发、专户到账、发放 of the last year, month by month. */
export function MonthsChart({ months, today }: { readonly months: readonly MonthRow[]; readonly today: string }) {
  const shown = [...months].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-MONTHS_SHOWN);
  if (shown.length === 0) return <p className="muted">还没有工资表、流水。导入后这里画出每个月。</p>;
  const inYuan = (fen: string) => Number(fen) / FEN_A_YUAN;
  return (
    <LineChart
      title="每月应发、专户到账、发放（元）"
      says={sentence(shown, today)}
      labels={shown.map((row) => monthName(row.month, today))}
      series={[
        { name: '应发', values: shown.map((row) => inYuan(row.dueFen)) },
        { name: '到账', values: shown.map((row) => inYuan(row.inflowFen)) },
        { name: '发放', values: shown.map((row) => inYuan(row.paidFen)) },
      ]}
      format={(value) => yuan(String(Math.round(value * FEN_A_YUAN)))}
      axis={(value) => (value < TEN_THOUSAND ? count(value) : `${Number((value / TEN_THOUSAND).toFixed(1))} 万`)}
    />
  );
}

/** What one sees in the lines, for whoever does not see them. */
function sentence(months: readonly MonthRow[], today: string): string {
  const last = months.at(-1);
  if (last === undefined) return '';
  const short = months.filter((row) => BigInt(row.paidFen) < BigInt(row.dueFen)).length;
  const said = short === 0 ? `${months.length} 个月都发足了` : `${months.length} 个月里 ${short} 个月没发足`;
  return `${monthName(last.month, today)}应发 ${yuan(last.dueFen)} 元，到账 ${yuan(last.inflowFen)} 元，发放 ${yuan(last.paidFen)} 元；${said}`;
}
