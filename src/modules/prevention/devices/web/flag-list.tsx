import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { count, day } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { FlagView } from '../domain/wire.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { setAside } from './requests.ts';

/** What is strange about punches that count. The office may take them out until somebody has looked into them. */
export function FlagList({ flags, projectId }: { readonly flags: readonly FlagView[]; readonly projectId: string }) {
  const { today, face } = useMe();
  const [aside, setAsideOf] = useState<FlagView | null>(null);
  const queries = useQueryClient();
  if (flags.length === 0) return <Empty title="没有可疑的打卡">补传、时钟偏差、过密、位置不变、来不及的行程，都会列在这里。</Empty>;
  const columns: Column<FlagView>[] = [
    { key: 'day', head: '哪天', oneLine: true, cell: (flag) => day(flag.day, today) },
    {
      key: 'kind',
      head: '什么',
      rowHead: true,
      cell: (flag) => (
        <>
          {flag.name}
          <div className="muted small">{flag.says}</div>
        </>
      ),
    },
    { key: 'device', head: '设备', cell: (flag) => flag.device },
    {
      key: 'words',
      head: '情况',
      cell: (flag) => (
        <>
          {flag.who !== null && <div>{flag.who}</div>}
          {flag.words}
        </>
      ),
    },
    { key: 'punches', head: '次数', end: true, cell: (flag) => count(flag.punches) },
  ];
  if (face === 'desk') {
    columns.push({
      key: 'acts',
      head: '操作',
      hideHead: true,
      cell: (flag) =>
        flag.kind === 'lost' ? null : (
          <Button kind="quiet" small onClick={() => setAsideOf(flag)}>
            搁置这些打卡
          </Button>
        ),
    });
  }
  return (
    <>
      <Table caption="收下但可疑的打卡" columns={columns} rows={flags} keyOf={(flag) => flag.id} stack />
      {aside !== null && (
        <ReasonDialog
          title={`搁置${aside.name}的打卡`}
          says={`${aside.device}，${aside.from} 至 ${aside.until}。搁置后不计入出勤，转入待核实，核实后可以收回。`}
          act="搁置，转入待核实"
          danger
          onClose={() => setAsideOf(null)}
          work={(reason) => setAside(aside.id, reason)}
          after={() => queries.invalidateQueries({ queryKey: ['devices', projectId] })}
        />
      )}
    </>
  );
}
