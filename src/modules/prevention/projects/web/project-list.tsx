import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Checkbox, Select } from '#kit/field.tsx';
import { count, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { LevelTag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { ProjectRow } from '../domain/wire.ts';
import { projectAddress, warningsAddress } from './addresses.ts';
import { Listed } from './listed.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { A_PAGE, type ProjectFilter, projectsQuery } from './requests.ts';
import { SearchLine } from './search-line.tsx';
import './project-page.css';

const STATES = [
  { value: 'building', name: '在建' },
  { value: 'paused', name: '停工' },
  { value: 'finished', name: '完工' },
];
const SORTS = [
  { value: '-owed', name: '欠得多的在前' },
  { value: '-level', name: '预警重的在前' },
  { value: 'name', name: '按名称' },
];
const USUAL_SORT = '-owed';

function filterOf(url: URLSearchParams): ProjectFilter {
  return {
    q: url.get('q') ?? '',
    region: url.get('region') ?? '',
    state: url.get('state') ?? '',
    owed: url.get('owed') === '1',
    sort: url.get('sort') ?? USUAL_SORT,
    page: Math.max(1, Number(url.get('page')) || 1),
  };
}

/** 项目: all projects in the reader's scope, those that owe most first. Every filter stands in the address. */
export default function ProjectList() {
  const { may, regionName } = useMe();
  const [url, setUrl] = useUrlState();
  const filter = filterOf(url);
  const asked = useQuery(projectsQuery(filter));
  const isFiltered = filter.q !== '' || filter.state !== '' || filter.owed || filter.region !== '';
  return (
    <div className="stack">
      <PageHead
        title="项目"
        sub={regionName === null ? '本单位参建的项目' : `${regionName}的在建项目台账`}
        actions={may.includes('import.ledger') ? <LinkButton to="/imports">导入台账</LinkButton> : null}
      />
      <Card flush>
        <SearchLine label="找项目、代码、总包" value={filter.q} onSearch={(q) => setUrl({ q })} total={asked.data?.total} unit="个项目">
          <Select label="状态" none="全部" value={filter.state} onChange={(event) => setUrl({ state: event.target.value })} choices={STATES} />
          <Select
            label="排序"
            value={filter.sort}
            onChange={(event) => setUrl({ sort: event.target.value === USUAL_SORT ? null : event.target.value })}
            choices={SORTS}
          />
          <Checkbox label="只看还欠工资的" checked={filter.owed} onChange={(event) => setUrl({ owed: event.target.checked ? 1 : null })} />
        </SearchLine>
        <Listed
          asked={asked}
          page={filter.page}
          size={A_PAGE}
          unit="个项目"
          onPage={(page) => setUrl({ page })}
          empty={<Empty title={isFiltered ? '没有符合的项目' : '还没有项目'}>{isFiltered ? '换一个条件看。' : '先导入在建项目台账。'}</Empty>}
        >
          {(rows, isOld) => (
            <Table
              caption="项目"
              stack
              busy={isOld}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                { key: 'name', head: '项目', rowHead: true, cell: (row) => <Link to={projectAddress(row.id)}>{row.name}</Link> },
                { key: 'owed', head: '还欠', end: true, oneLine: true, cell: (row) => <Owed row={row} /> },
                { key: 'level', head: '预警', oneLine: true, cell: (row) => <Warned row={row} /> },
                { key: 'gc', head: '总包', cell: (row) => row.gcName },
                { key: 'region', head: '属地', oneLine: true, cell: (row) => row.regionName },
                { key: 'industry', head: '行业', oneLine: true, cell: (row) => row.industry },
                { key: 'onsite', head: '在场', end: true, oneLine: true, cell: (row) => `${count(row.onSite)} 人` },
                { key: 'state', head: '状态', oneLine: true, cell: (row) => row.stateName },
              ]}
            />
          )}
        </Listed>
      </Card>
    </div>
  );
}

export function Owed({ row }: { readonly row: ProjectRow }) {
  if (row.owedPeople === 0) return <span className="muted">不欠</span>;
  return (
    <span className="danger-text strong">
      {count(row.owedPeople)} 人 {yuan(row.owedFen)} 元
    </span>
  );
}

export function Warned({ row }: { readonly row: ProjectRow }) {
  if (row.worstLevel === null || row.worstLevelName === null) return <span className="muted">没有</span>;
  return (
    <>
      <LevelTag level={row.worstLevel} name={row.worstLevelName} />{' '}
      <Link to={warningsAddress(row.id)}>
        {count(row.openWarnings)} 条<span className="vh">，{row.name}</span>
      </Link>
    </>
  );
}
