import './devices.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { count, day } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import type { QuarantineView } from '../domain/wire.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { CodeDialog } from './code-dialog.tsx';
import { daysInWords } from './flag-groups.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { decidePunches } from './requests.ts';
import { alike, type WaitingGroup } from './waiting-groups.ts';

const WAYS = { in: '进', out: '出', unknown: '未报方向' } as const;

/** Punches that wait for a person. Those of one device that wait for the same reason are one line: they are looked into together. */
export function WaitingList({ rows, waiting, projectId }: { readonly rows: readonly QuarantineView[]; readonly waiting: number; readonly projectId: string }) {
  const [deciding, setDeciding] = useState<{ readonly rows: readonly QuarantineView[]; readonly accept: boolean } | null>(null);
  const [coding, setCoding] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const { today } = useMe();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['devices', projectId] });
  if (rows.length === 0) return <Empty title="没有待核实的打卡">设备上报的都收下了。</Empty>;
  const groups = alike(rows);
  const shown = groups.find((group) => group.key === open);
  const ways = (of: readonly QuarantineView[]) => <Ways rows={of} onDecide={(accept) => setDeciding({ rows: of, accept })} />;
  const columns: Column<WaitingGroup>[] = [
    {
      key: 'why',
      head: '为什么待核实',
      rowHead: true,
      cell: ({ first }) => (
        <>
          {first.reasons.map((reason) => (
            <div key={reason.reason}>{reason.says}</div>
          ))}
          {first.enteredWhy !== null && <div className="muted small">理由：{first.enteredWhy}</div>}
        </>
      ),
    },
    { key: 'device', head: '来自', cell: ({ first }) => (first.enteredBy === null ? first.device : `${first.enteredBy} 补录`) },
    { key: 'who', head: '谁', cell: (group) => (group.people === 1 ? group.first.who : `${count(group.people)} 人`) },
    {
      key: 'at',
      head: '打卡时间',
      cell: (group) => (group.rows.length === 1 ? momentOf(group.first) : daysInWords(group.from, group.until, (on) => day(on, today))),
    },
    { key: 'count', head: '次数', end: true, cell: (group) => count(group.rows.length) },
    {
      key: 'acts',
      head: '操作',
      hideHead: true,
      cell: (group) => (
        <span className="row">
          {group.first.personCode !== null && (
            <Button kind="quiet" small onClick={() => setCoding(group.first.personCode)}>
              对应到人
            </Button>
          )}
          {ways(group.rows)}
          {group.rows.length > 1 && (
            <Button kind="quiet" small aria-expanded={open === group.key} onClick={() => setOpen(open === group.key ? null : group.key)}>
              {open === group.key ? '收起' : '逐条看'}
            </Button>
          )}
        </span>
      ),
    },
  ];
  const details: Column<QuarantineView>[] = [
    { key: 'who', head: '谁', rowHead: true, cell: (row) => row.who },
    { key: 'at', head: '打卡时间', cell: momentOf },
    { key: 'acts', head: '操作', hideHead: true, cell: (row) => <span className="row">{ways([row])}</span> },
  ];
  const one = deciding?.rows[0];
  return (
    <>
      <Table caption="待核实的打卡" columns={columns} rows={groups} keyOf={(group) => group.key} stack />
      {shown !== undefined && <Table caption="其中每一次" columns={details} rows={shown.rows} keyOf={(row) => row.id} stack />}
      {waiting > rows.length && (
        <p className="muted small devices-more">
          共 {count(waiting)} 次，先列最近的 {count(rows.length)} 次。
        </p>
      )}
      {deciding !== null && one !== undefined && (
        <ReasonDialog
          title={`${deciding.accept ? '收下' : '不收'}${deciding.rows.length === 1 ? '这次打卡' : `这 ${count(deciding.rows.length)} 次打卡`}`}
          says={`${deciding.rows.length === 1 ? `${one.who}，${one.at}。` : ''}${deciding.accept ? '收下后计入出勤。' : '不计入出勤，记录保留。'}核实一次就定了。`}
          act={deciding.accept ? '收下，记入出勤' : '不收'}
          danger={!deciding.accept}
          onClose={() => setDeciding(null)}
          work={(reason) =>
            decidePunches(
              deciding.rows.map((row) => row.id),
              deciding.accept,
              reason,
            )
          }
          after={refresh}
        />
      )}
      {coding !== null && <CodeDialog projectId={projectId} code={coding} onClose={() => setCoding(null)} after={refresh} />}
    </>
  );
}

function momentOf(row: QuarantineView) {
  return (
    <>
      {row.at} <span className="muted">{WAYS[row.direction]}</span>
    </>
  );
}

function Ways({ rows, onDecide }: { readonly rows: readonly QuarantineView[]; readonly onDecide: (accept: boolean) => void }) {
  const shut = rows.find((row) => !row.mayDecide);
  if (shut !== undefined) return <span className="muted small">{shut.whyNot}</span>;
  return (
    <>
      <Button kind="quiet" small onClick={() => onDecide(true)}>
        收下
      </Button>
      <Button kind="quiet" small onClick={() => onDecide(false)}>
        不收
      </Button>
    </>
  );
}
