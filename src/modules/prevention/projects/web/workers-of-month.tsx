import { useQuery } from '@tanstack/react-query';
import { Select } from '#kit/field.tsx';
import { day, yuan } from '#kit/format.ts';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { WhichWorkers } from './addresses.ts';
import { IdentityCell } from './identity-cell.tsx';
import { Listed } from './listed.tsx';
import { OnePerson } from './one-person.tsx';
import { A_PAGE, workersQuery } from './requests.ts';
import { SearchLine } from './search-line.tsx';

const WHICH: readonly { readonly value: WhichWorkers; readonly name: string }[] = [
  { value: 'owed', name: '没拿齐的' },
  { value: 'unpaid', name: '一分没发的' },
  { value: 'short', name: '发了但不够的' },
  { value: 'late', name: '发晚了的' },
  { value: 'refunded', name: '被银行退回的' },
  { value: 'paid', name: '发到的' },
  { value: 'attended', name: '有考勤的' },
  { value: 'on-payroll', name: '在工资表上的' },
  { value: 'present-not-on-payroll', name: '有考勤没上工资表' },
  { value: 'absent-but-paid', name: '没考勤却在工资表、或发了' },
  { value: 'days-differ', name: '考勤和工资表差 3 天以上' },
  { value: 'off-roster', name: '不在花名册的' },
  { value: 'no-contract', name: '没有合同的' },
  { value: 'unsigned', name: '没签字的' },
  { value: 'shared-card', name: '几人共用一张卡' },
  { value: 'below-minimum', name: '低于最低工资' },
];

/** The workers of a month: what each worked, was due, got and is still owed. The filter stands in the address. */
export function WorkersOfMonth({
  projectId,
  month,
  teams,
  today,
}: {
  readonly projectId: string;
  readonly month: string;
  readonly teams: readonly string[];
  readonly today: string;
}) {
  const [url, setUrl] = useUrlState();
  const which = url.get('which') ?? '';
  const team = url.get('team') ?? '';
  const q = url.get('q') ?? '';
  const person = url.get('person') ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const asked = useQuery(workersQuery(projectId, { month, which, team, q, person, page }));
  const filtered = which !== '' || team !== '' || q !== '' || person !== '';
  return (
    <>
      <SearchLine label="找姓名" value={q} onSearch={(text) => setUrl({ q: text })} total={asked.data?.total} unit="人">
        <Select label="哪些工人" none="全部" value={which} onChange={(event) => setUrl({ which: event.target.value })} choices={WHICH} />
        <Select
          label="班组"
          none="全部"
          value={team}
          onChange={(event) => setUrl({ team: event.target.value })}
          choices={[...new Set([...teams, ...(team === '' ? [] : [team])])].map((name) => ({ value: name, name }))}
        />
      </SearchLine>
      <OnePerson person={person} onAll={() => setUrl({ person: null })} />
      <Listed
        asked={asked}
        page={page}
        size={A_PAGE}
        unit="人"
        onPage={(next) => setUrl({ page: next })}
        empty={<Empty title={filtered ? '没有这样的工人' : '这个月还没有工人'}>{filtered ? '换一个条件看。' : '导入考勤或工资表后列在这里。'}</Empty>}
      >
        {(rows, isOld) => (
          <Table
            caption="这个月的工人"
            stack
            busy={isOld}
            rows={rows}
            keyOf={(row) => `${row.personId}-${row.team ?? ''}`}
            columns={[
              { key: 'name', head: '姓名', rowHead: true, oneLine: true, cell: (row) => row.name },
              {
                key: 'owed',
                head: '还欠',
                end: true,
                oneLine: true,
                cell: (row) => (row.owedFen === '0' ? <span className="muted">不欠</span> : <span className="danger-text strong">{yuan(row.owedFen)} 元</span>),
              },
              { key: 'net', head: '实发应到', end: true, oneLine: true, cell: (row) => `${yuan(row.netFen)} 元` },
              {
                key: 'paid',
                head: '发到',
                end: true,
                oneLine: true,
                cell: (row) => (
                  <>
                    {yuan(row.paidFen)} 元{row.paidOn !== null && <span className="muted"> {day(row.paidOn, today)}</span>}
                  </>
                ),
              },
              {
                key: 'days',
                head: '考勤 / 工资表',
                end: true,
                oneLine: true,
                cell: (row) => `${row.attendedDays} / ${row.payrollDays === null ? '—' : Number(row.payrollDays)} 天`,
              },
              { key: 'team', head: '班组、工种', cell: (row) => [row.team, row.job].filter(Boolean).join('，') || <span className="muted">没写</span> },
              {
                key: 'signed',
                head: '签字',
                oneLine: true,
                cell: (row) => (row.signed === null ? <span className="muted">表里没有</span> : row.signed ? '签了' : '没签'),
              },
              {
                key: 'flags',
                head: '要看的',
                cell: (row) => (
                  <span className="worker-flags">
                    {row.flags.map((flag) => (
                      <Tag key={flag} tone="orange">
                        {flag}
                      </Tag>
                    ))}
                  </span>
                ),
              },
              {
                key: 'identity',
                head: '身份证号',
                oneLine: true,
                cell: (row) => <IdentityCell personId={row.personId} projectId={projectId} name={row.name} mask={row.identityMask} />,
              },
            ]}
          />
        )}
      </Listed>
    </>
  );
}
