import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { count } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import type { QuarantineView } from '../domain/wire.ts';
import { CodeDialog } from './code-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { decidePunch } from './requests.ts';

const WAYS = { in: '进', out: '出', unknown: '未报方向' } as const;

/** Punches that wait for a person: who, when, why, and the two ways out. */
export function WaitingList({ rows, waiting, projectId }: { readonly rows: readonly QuarantineView[]; readonly waiting: number; readonly projectId: string }) {
  const [deciding, setDeciding] = useState<{ readonly row: QuarantineView; readonly accept: boolean } | null>(null);
  const [coding, setCoding] = useState<string | null>(null);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['devices', projectId] });
  if (rows.length === 0) return <Empty title="没有待核实的打卡">设备上报的都收下了。</Empty>;
  const columns: Column<QuarantineView>[] = [
    { key: 'who', head: '谁', rowHead: true, cell: (row) => row.who },
    {
      key: 'at',
      head: '打卡时间',
      cell: (row) => (
        <>
          {row.at} <span className="muted">{WAYS[row.direction]}</span>
        </>
      ),
    },
    { key: 'device', head: '来自', cell: (row) => (row.enteredBy === null ? row.device : `${row.enteredBy} 补录`) },
    {
      key: 'why',
      head: '为什么待核实',
      cell: (row) => (
        <>
          {row.reasons.map((reason) => (
            <div key={reason.reason}>{reason.says}</div>
          ))}
          {row.enteredWhy !== null && <div className="muted small">理由：{row.enteredWhy}</div>}
        </>
      ),
    },
    {
      key: 'acts',
      head: '操作',
      hideHead: true,
      cell: (row) => (
        <span className="row">
          {row.personCode !== null && (
            <Button kind="quiet" small onClick={() => setCoding(row.personCode)}>
              对应到人
            </Button>
          )}
          {row.mayDecide ? (
            <>
              <Button kind="quiet" small onClick={() => setDeciding({ row, accept: true })}>
                收下
              </Button>
              <Button kind="quiet" small onClick={() => setDeciding({ row, accept: false })}>
                不收
              </Button>
            </>
          ) : (
            <span className="muted small">{row.whyNot}</span>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <Table caption="待核实的打卡" columns={columns} rows={rows} keyOf={(row) => row.id} stack />
      {waiting > rows.length && (
        <p className="muted small devices-more">
          共 {count(waiting)} 条，先列最近的 {count(rows.length)} 条。
        </p>
      )}
      {deciding !== null && (
        <ReasonDialog
          title={deciding.accept ? '收下这次打卡' : '不收这次打卡'}
          says={`${deciding.row.who}，${deciding.row.at}。${deciding.accept ? '收下后计入出勤。' : '不计入出勤，记录保留。'}核实一次就定了。`}
          act={deciding.accept ? '收下，记入出勤' : '不收'}
          danger={!deciding.accept}
          onClose={() => setDeciding(null)}
          work={(reason) => decidePunch(deciding.row.id, deciding.accept, reason)}
          after={refresh}
        />
      )}
      {coding !== null && <CodeDialog projectId={projectId} code={coding} onClose={() => setCoding(null)} after={refresh} />}
    </>
  );
}
