import { count, yuan } from '#kit/format.ts';
import { Table } from '#kit/table.tsx';
import type { ControlTotals as Totals, ImportView } from '../domain/wire.ts';

interface Line {
  readonly name: string;
  readonly inFile: string;
  readonly inTaken: string;
  readonly left: string | null;
}

const AMOUNT_NAMES: Readonly<Record<string, string>> = { payroll: '实发金额', flows: '流水金额', ledger: '合同造价' };

/** The figures a clerk compares with the paper: what the file holds, what would be taken over, what stays behind. */
export function ControlTotals({ view }: { readonly view: ImportView }) {
  if (view.totals === null) return null;
  const settled = view.state === 'done' || view.state === 'undone';
  return (
    <Table
      caption="文件里的和收下的合计"
      stack
      rows={linesOf(view.totals, view.accepted, (view.kind !== null && AMOUNT_NAMES[view.kind]) || '金额')}
      keyOf={(line) => line.name}
      columns={[
        { key: 'name', head: '合计', rowHead: true, oneLine: true, cell: (line) => line.name },
        { key: 'file', head: '文件里', end: true, oneLine: true, cell: (line) => line.inFile },
        { key: 'taken', head: settled ? '收下了' : '能收下', end: true, oneLine: true, cell: (line) => line.inTaken },
        {
          key: 'left',
          head: '差',
          end: true,
          oneLine: true,
          cell: (line) => (line.left === null ? '一致' : <span className="danger-text strong">{line.left}</span>),
        },
      ]}
    />
  );
}

function linesOf(totals: Totals, accepted: Totals | null, amountName: string): Line[] {
  const counted = (name: string, unit: string, inFile: number, inTaken: number | undefined): Line => ({
    name,
    inFile: `${count(inFile)} ${unit}`,
    inTaken: inTaken === undefined ? '—' : `${count(inTaken)} ${unit}`,
    left: inTaken === undefined ? '还没算' : inFile === inTaken ? null : `${count(inFile - inTaken)} ${unit}`,
  });
  const owing = accepted === null ? null : BigInt(totals.amountFen) - BigInt(accepted.amountFen);
  return [
    counted('行数', '行', totals.rows, accepted?.rows),
    ...(totals.people > 0 ? [counted('人数', '人', totals.people, accepted?.people)] : []),
    ...(totals.projects > 1 ? [counted('项目', '个', totals.projects, accepted?.projects)] : []),
    ...(totals.from === null
      ? []
      : [
          {
            name: '起止',
            inFile: span(totals),
            inTaken: accepted === null ? '—' : span(accepted),
            left: accepted !== null && span(totals) === span(accepted) ? null : '看一眼',
          },
        ]),
    ...(BigInt(totals.amountFen) === 0n
      ? []
      : [
          {
            name: amountName,
            inFile: `${yuan(totals.amountFen)} 元`,
            inTaken: accepted === null ? '—' : `${yuan(accepted.amountFen)} 元`,
            left: owing === null ? '还没算' : owing === 0n ? null : `${yuan(owing.toString())} 元`,
          },
        ]),
  ];
}

function span({ from, until }: Totals): string {
  if (from === null) return '—';
  return until === null || until === from ? from : `${from} 至 ${until}`;
}
