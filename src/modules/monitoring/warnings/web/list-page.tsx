import './list-page.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { DueWord } from '#kit/due-word.tsx';
import { count, day, month } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { Money } from '#kit/money.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { WarningList, WarningRow } from '../domain/wire.ts';
import { FilterPanel } from './filter-panel.tsx';
import { Chips } from './filter-chips.tsx';
import { asParameters, filtersOf } from './list-filters.ts';

/** 预警: the list. What is filtered and sorted stands in the address. */
export default function ListPage() {
  const [url, change] = useUrlState();
  const filters = filtersOf(url);
  const parameters = asParameters(filters);
  const list = useQuery({
    queryKey: ['warnings', 'list', parameters],
    queryFn: ({ signal }) => api.get<WarningList>('/api/warnings', parameters, signal),
    placeholderData: keepPreviousData,
  });
  const { announce } = useTell();
  const total = list.isPlaceholderData ? undefined : list.data?.total;
  useEffect(() => {
    if (total !== undefined) announce(`找到 ${count(total)} 条预警`);
  }, [total, announce]);
  const clear = () => change({ q: null, level: null, state: null, rule: null, region: null, project: null, data: null, mine: null, overdue: null });
  return (
    <div className="stack">
      <PageHead title="预警" sub={list.data ? `${count(list.data.total)} 条` : undefined} />
      <div className="list-layout">
        <FilterPanel filters={filters} facets={list.data?.facets} change={change} />
        <div className="stack-s">
          <Chips filters={filters} facets={list.data?.facets} change={change} onClear={clear} />
          {list.error ? (
            <Problem error={list.error} kept="筛选条件还在，取到后照样筛。" onRetry={() => void list.refetch()} />
          ) : (
            <Card flush>
              {list.data ? (
                <Rows
                  list={list.data}
                  busy={list.isPlaceholderData}
                  sort={filters.sort}
                  onSort={(sort) => change({ sort })}
                  onPage={(page) => change({ page }, { push: true })}
                  onSize={(size) => change({ size })}
                  onClear={clear}
                />
              ) : (
                <Skeleton lines={12} />
              )}
            </Card>
          )}
        </div>
      </div>
    </div>
  );
}

interface RowsProps {
  readonly list: WarningList;
  readonly busy: boolean;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onPage: (page: number) => void;
  readonly onSize: (size: number) => void;
  readonly onClear: () => void;
}

function Rows({ list, busy, sort, onSort, onPage, onSize, onClear }: RowsProps) {
  const today = useToday();
  const rows = useRef<HTMLDivElement>(null);
  useWalk(rows);
  if (list.items.length === 0) {
    return (
      <Empty title="没有符合条件的预警。" actions={<Button onClick={onClear}>去掉全部条件</Button>}>
        少选一个条件再看；已销号的要在「状态」里勾上。
      </Empty>
    );
  }
  return (
    <div ref={rows}>
      <Table caption="预警" columns={columnsFor(today)} rows={list.items} keyOf={(row) => row.id} sort={sort} onSort={onSort} busy={busy} stack />
      <Pagination page={list.page} size={list.size} total={list.total} onPage={onPage} onSize={onSize} unit="条" />
    </div>
  );
}

/** j and k walk over the rows while the focus is in the table, Enter opens; elsewhere these keys do nothing (WCAG 2.1.4). */
function useWalk(rows: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const box = rows.current;
      if (!box || !(event.target instanceof HTMLElement) || !box.contains(event.target) || event.target.closest('select')) return;
      if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...box.querySelectorAll<HTMLElement>('.warning-name a')];
      const at = links.findIndex((link) => link === document.activeElement);
      const to = links[event.key === 'j' ? at + 1 : Math.max(0, at - 1)];
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [rows]);
}

function columnsFor(today: string): readonly Column<WarningRow>[] {
  return [
    {
      key: 'name',
      head: '项目和事由',
      rowHead: true,
      cell: (row) => (
        <div className="warning-name">
          <Link to={`/warnings/${row.id}`}>
            {row.projectName}
            <span className="vh">：{row.title}</span>
          </Link>
          <div className="warning-reason">
            {row.title}
            {row.month ? `（${month(row.month, today)}）` : ''}
          </div>
          <div className="muted small">
            {row.gcName}　{row.regionName}
          </div>
        </div>
      ),
    },
    { key: 'level', head: '级别', sort: '-level', oneLine: true, cell: (row) => <LevelTag level={row.level} name={row.levelName} /> },
    {
      key: 'amount',
      head: '欠薪',
      sort: '-amount',
      end: true,
      oneLine: true,
      cell: (row) => (row.amountFen === '0' ? <span className="muted">无</span> : <Money fen={row.amountFen} />),
    },
    {
      key: 'people',
      head: '人数',
      end: true,
      oneLine: true,
      cell: (row) => (row.people === 0 ? <span className="muted">无</span> : `${count(row.people)} 人`),
    },
    {
      key: 'due',
      head: '时限',
      sort: 'act_by',
      oneLine: true,
      cell: (row) => (
        <>
          <DueWord daysLeft={row.daysLeft} done={row.state === 'closed'} />
          <div className="muted small">{day(row.actBy, today)}</div>
        </>
      ),
    },
    { key: 'state', head: '状态', oneLine: true, cell: (row) => <Tag tone={row.state === 'closed' ? 'green' : 'grey'}>{row.stateName}</Tag> },
    {
      key: 'owner',
      head: '承办',
      oneLine: true,
      cell: (row) => (
        <>
          {row.ownerName ?? (row.state === 'raised' ? '还没有人' : null)}
          <div className="muted small">{row.ownerRoleName}</div>
        </>
      ),
    },
    { key: 'raised', head: '发出', sort: '-raised_on', oneLine: true, cell: (row) => day(row.raisedOn, today) },
  ];
}
