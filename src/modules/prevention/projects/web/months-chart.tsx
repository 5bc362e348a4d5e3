import { useEffect, useRef, useState } from 'react';
import type { MonthRow } from '../domain/wire.ts';
import { month as monthName, yuan } from '#kit/format.ts';
import './months-chart.css';

type Series = { readonly key: 'due' | 'inflow' | 'paid'; readonly name: string; readonly dash: string | undefined; readonly values: readonly bigint[] };

const HEIGHT = 220;
const MARGIN = { top: 12, right: 52, bottom: 26, left: 52 };
const LABEL_GAP = 18;
const TEN_THOUSAND_YUAN = 1_000_000;

function seriesOf(months: readonly MonthRow[]): Series[] {
  return [
    { key: 'due', name: '应发', dash: undefined, values: months.map((row) => BigInt(row.dueFen)) },
    { key: 'inflow', name: '到账', dash: '8 4', values: months.map((row) => BigInt(row.inflowFen)) },
    { key: 'paid', name: '发放', dash: '2 4', values: months.map((row) => BigInt(row.paidFen)) },
  ];
}

/** The sentence a reader who does not see the lines is told. */
function sentence(months: readonly MonthRow[], today: string): string {
  const last = months.at(-1);
  if (last === undefined) return '还没有月份';
  const short = months.filter((row) => BigInt(row.paidFen) < BigInt(row.dueFen)).length;
  return `${monthName(last.month, today)}应发 ${yuan(last.dueFen)} 元，到账 ${yuan(last.inflowFen)} 元，发放 ${yuan(last.paidFen)} 元；${months.length} 个月里 ${short} 个月没发足`;
}

/** A round number of 万元 at or above the highest value, so that the axis reads well. */
function ceiling(highestFen: number): number {
  const units = Math.max(1, highestFen / TEN_THOUSAND_YUAN);
  const power = 10 ** Math.floor(Math.log10(units));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= units) ?? 10;
  return step * power * TEN_THOUSAND_YUAN;
}

/** Pushes the three end labels apart so that none covers another. */
function spread(ends: readonly { readonly key: string; readonly y: number }[]): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  let previous = Number.NEGATIVE_INFINITY;
  for (const end of [...ends].sort((a, b) => a.y - b.y)) {
    const y = Math.max(end.y, previous + LABEL_GAP);
    placed.set(end.key, y);
    previous = y;
  }
  const overflow = Math.max(0, previous - (HEIGHT - MARGIN.bottom));
  if (overflow === 0) return placed;
  return new Map([...placed].map(([key, y]) => [key, y - overflow]));
}

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.max(240, Math.round(entry.contentRect.width))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

/** 应发、到账、发放 by month: three lines that differ by dash and label, never by colour alone, with the table beside. */
export function MonthsChart({ months, today }: { readonly months: readonly MonthRow[]; readonly today: string }) {
  const [ref, width] = useWidth();
  const [asTable, setAsTable] = useState(false);
  const oldestFirst = [...months].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-12);
  return (
    <figure className="months-chart">
      <figcaption className="months-chart-head">
        <h3>每月应发、到账、发放</h3>
        <button type="button" className="months-chart-twin" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看表格'}
        </button>
      </figcaption>
      <div ref={ref} className="months-chart-body">
        {asTable ? <TableTwin months={oldestFirst} today={today} /> : <Lines months={oldestFirst} width={width} today={today} />}
      </div>
    </figure>
  );
}

function Lines({ months, width, today }: { readonly months: readonly MonthRow[]; readonly width: number; readonly today: string }) {
  if (months.length === 0) return <p className="months-chart-empty">还没有工资表、流水。导入后这里画出每个月。</p>;
  const series = seriesOf(months);
  const top = ceiling(Math.max(...series.flatMap((line) => line.values.map(Number))));
  const inner = width - MARGIN.left - MARGIN.right;
  const x = (index: number) => MARGIN.left + (months.length === 1 ? inner / 2 : (inner * index) / (months.length - 1));
  const y = (fen: number) => HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * fen) / top;
  const ends = spread(series.map((line) => ({ key: line.key, y: y(Number(line.values.at(-1) ?? 0n)) })));
  const every = Math.ceil((months.length * 40) / Math.max(1, inner));
  return (
    <svg className="months-chart-svg" role="img" aria-label={sentence(months, today)} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line className="months-chart-grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(top * part)} y2={y(top * part)} />
          <text className="months-chart-tick" x={MARGIN.left - 6} y={y(top * part) + 4} textAnchor="end">
            {part === 0 ? '0' : `${Number(((top * part) / TEN_THOUSAND_YUAN).toFixed(1))} 万`}
          </text>
        </g>
      ))}
      {months.map(
        (row, index) =>
          (months.length - 1 - index) % every === 0 && (
            <text key={row.month} className="months-chart-tick" x={x(index)} y={HEIGHT - 6} textAnchor="middle">{`${Number(row.month.slice(5))}月`}</text>
          ),
      )}
      {series.map((line) => (
        <g key={line.key} className="months-chart-line" data-series={line.key}>
          <polyline points={line.values.map((value, index) => `${x(index)},${y(Number(value))}`).join(' ')} strokeDasharray={line.dash} />
          {line.values.map((value, index) => (
            <circle key={months[index]?.month} cx={x(index)} cy={y(Number(value))} r={line.key === 'due' ? 3.5 : 2.5} />
          ))}
          <text x={width - MARGIN.right + 8} y={(ends.get(line.key) ?? 0) + 5}>
            {line.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function TableTwin({ months, today }: { readonly months: readonly MonthRow[]; readonly today: string }) {
  return (
    <div className="table-scroll" role="region" aria-label="每月应发、到账、发放的表格" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">月份</th>
            <th scope="col" className="number">
              应发（元）
            </th>
            <th scope="col" className="number">
              到账（元）
            </th>
            <th scope="col" className="number">
              发放（元）
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <tr key={row.month}>
              <th scope="row">{monthName(row.month, today)}</th>
              <td className="number">{yuan(row.dueFen)}</td>
              <td className="number">{yuan(row.inflowFen)}</td>
              <td className="number">{yuan(row.paidFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
