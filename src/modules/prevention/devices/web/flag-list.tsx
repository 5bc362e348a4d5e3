import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/button.tsx';
import { count, day } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { FlagView } from '../domain/wire.ts';
import { daysInWords, type FlagGroup, flagsTogether } from './flag-groups.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { setAside } from './requests.ts';

/** What is strange about punches that count. The office may take them out until somebody has looked into them. */
export function FlagList({ flags, projectId }: { readonly flags: readonly FlagView[]; readonly projectId: string }) {
  const { today, face } = useMe();
  const [aside, setAsideOf] = useState<FlagView | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const queries = useQueryClient();
  if (flags.length === 0) return <Empty title="没有可疑的打卡">补传、时钟偏差、过密、位置不变、来不及的行程，都会列在这里。</Empty>;
  const asideOf = (flag: FlagView) =>
    face !== 'desk' || flag.kind === 'lost' ? null : (
      <Button kind="quiet" small onClick={() => setAsideOf(flag)}>
        搁置这些打卡
      </Button>
    );
  const groups = flagsTogether(flags);
  const shown = groups.find((group) => group.key === open);
  const columns: Column<FlagGroup>[] = [
    {
      key: 'kind',
      head: '什么',
      rowHead: true,
      cell: ({ first }) => (
        <>
          {first.name}
          <div className="muted small">{first.says}</div>
        </>
      ),
    },
    { key: 'device', head: '设备', cell: ({ first }) => first.device },
    {
      key: 'day',
      head: '哪天',
      cell: (group) => (
        <>
          {daysInWords(group.flags.at(-1)?.day ?? group.first.day, group.first.day, (on) => day(on, today))}
          {group.days > 1 && <div className="muted small">共 {group.days} 天</div>}
        </>
      ),
    },
    {
      key: 'words',
      head: '情况',
      cell: (group) => (group.flags.length === 1 ? <Words flag={group.first} /> : `${count(group.flags.length)} 处，最近一处${group.first.words}`),
    },
    { key: 'punches', head: '次数', end: true, cell: (group) => count(group.punches) },
    {
      key: 'acts',
      head: '操作',
      hideHead: true,
      cell: (group) =>
        group.flags.length === 1 ? (
          asideOf(group.first)
        ) : (
          <Button kind="quiet" small aria-expanded={open === group.key} onClick={() => setOpen(open === group.key ? null : group.key)}>
            {open === group.key ? '收起' : '逐处看'}
          </Button>
        ),
    },
  ];
  const details: Column<FlagView>[] = [
    { key: 'day', head: '哪天', rowHead: true, oneLine: true, cell: (flag) => day(flag.day, today) },
    { key: 'words', head: '情况', cell: (flag) => <Words flag={flag} /> },
    { key: 'punches', head: '次数', end: true, cell: (flag) => count(flag.punches) },
    { key: 'acts', head: '操作', hideHead: true, cell: asideOf },
  ];
  return (
    <>
      <Table caption="收下但可疑的打卡" columns={columns} rows={groups} keyOf={(group) => group.key} stack />
      {shown !== undefined && (
        <Table caption={`${shown.first.device}：${shown.first.name}，其中每一处`} columns={details} rows={shown.flags} keyOf={(flag) => flag.id} stack />
      )}
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

function Words({ flag }: { readonly flag: FlagView }) {
  return (
    <>
      {flag.who !== null && <div>{flag.who}</div>}
      {flag.words}
    </>
  );
}
