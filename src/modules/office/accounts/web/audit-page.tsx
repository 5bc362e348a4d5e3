import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { type AuditPage as AuditList, type AuditRow, isRole, ROLES } from '../domain/index.ts';
import { ACTS, actName, detailWords, objectWords } from './audit-words.ts';
import { useToday } from './me.ts';
import './audit-page.css';

const PAGE_SIZE = 50;

/** 审计: who did or looked at what. Read only; nobody can change it. */
export default function AuditPage() {
  const [url, change] = useUrlState();
  const today = useToday();
  const asked = {
    actor: url.get('actor') ?? '',
    action: url.get('action') ?? '',
    object: url.get('object') ?? '',
    from: url.get('from') ?? '',
    until: url.get('until') ?? '',
  };
  const page = Number(url.get('page')) || 1;
  const trail = useQuery({
    queryKey: ['audit', asked, page],
    queryFn: ({ signal }) => api.get<AuditList>('/api/audit', { ...asked, page, size: PAGE_SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="stack">
      <PageHead title="审计" sub={trail.data ? `${count(trail.data.total)} 条，只能看，谁也改不了` : undefined} />
      <Search key={url.toString()} asked={asked} onSearch={change} />
      {trail.error ? (
        <Problem error={trail.error} onRetry={() => void trail.refetch()} />
      ) : (
        <Card flush>
          {!trail.data ? (
            <Skeleton lines={12} />
          ) : trail.data.items.length === 0 ? (
            <Empty title="没有符合的记录。">换一个人名、动作或对象再找。</Empty>
          ) : (
            <>
              <Table caption="审计记录" rows={trail.data.items} keyOf={(row) => row.seq} busy={trail.isPlaceholderData} stack columns={columnsFor(today)} />
              <Pagination page={page} size={PAGE_SIZE} total={trail.data.total} onPage={(to) => change({ page: to }, { push: true })} />
            </>
          )}
        </Card>
      )}
    </div>
  );
}

function columnsFor(today: string): readonly Column<AuditRow>[] {
  return [
    { key: 'at', head: '时间', oneLine: true, rowHead: true, cell: (row) => moment(row.at, today) },
    {
      key: 'actor',
      head: '谁',
      oneLine: true,
      cell: (row) => (
        <>
          {row.actorName} {isRole(row.actorRole) ? <span className="muted small">{ROLES[row.actorRole].name}</span> : null}
        </>
      ),
    },
    { key: 'action', head: '做了什么', oneLine: true, cell: (row) => actName(row.action) },
    { key: 'object', head: '对象', oneLine: true, cell: (row) => objectWords(row.object) },
    { key: 'detail', head: '细节', cell: (row) => <span className="muted audit-detail">{detailWords(row.detail)}</span> },
    { key: 'seal', head: '封存', oneLine: true, cell: (row) => (row.seal ? <Tag tone="green">第 {row.seal} 批</Tag> : <Tag>等下一批</Tag>) },
    { key: 'seq', head: '序号', end: true, cell: (row) => row.seq },
  ];
}

interface Asked {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly from: string;
  readonly until: string;
}

function Search({ asked, onSearch }: { readonly asked: Asked; readonly onSearch: (patch: Record<string, string>) => void }) {
  const [words, setWords] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({ ...words });
  };
  return (
    <form className="audit-search no-print" onSubmit={submit}>
      <TextInput label="谁" value={words.actor} onChange={(event) => setWords({ ...words, actor: event.target.value })} />
      <Select
        label="做了什么"
        none="全部"
        value={words.action}
        onChange={(event) => setWords({ ...words, action: event.target.value })}
        choices={ACTS.map(([value, name]) => ({ value, name }))}
      />
      <TextInput label="对象" value={words.object} onChange={(event) => setWords({ ...words, object: event.target.value })} />
      <DateInput label="从哪天" value={words.from} onDay={(from) => setWords({ ...words, from })} />
      <DateInput label="到哪天" value={words.until} onDay={(until) => setWords({ ...words, until })} />
      <Button type="submit">找记录</Button>
    </form>
  );
}
