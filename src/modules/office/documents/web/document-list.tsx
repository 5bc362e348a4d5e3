import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { Button, LinkButton } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { count, day } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useMe } from '../../accounts/web/index.ts';
import type { DocumentRow } from '../domain/wire.ts';
import { documentAddress, newDocumentAddress } from './addresses.ts';
import { A_PAGE, documentsQuery, kindsQuery } from './requests.ts';
import { StateTag } from './state-tag.tsx';
import './documents.css';

/** 文书: everything made here or served to us, newest first. */
export default function DocumentList() {
  const { may, face, today } = useMe();
  const [url, setUrl] = useUrlState();
  const filter = {
    kind: url.get('kind') ?? '',
    project: url.get('project') ?? '',
    q: url.get('q') ?? '',
    state: url.get('state') === 'to-serve' ? ('to-serve' as const) : ('' as const),
    page: Math.max(1, Number(url.get('page')) || 1),
  };
  const asked = useQuery(documentsQuery(filter));
  const kinds = useQuery(kindsQuery);
  const mayMake = may.includes('document.make');
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUrl({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() });
  };
  return (
    <div className="stack">
      <PageHead
        title="文书"
        sub={face === 'desk' ? '制作、编号、送达都在这里，留存 Word 和 PDF' : '本单位制作的和送达本单位的文书'}
        actions={
          mayMake ? (
            <>
              {face === 'desk' && <LinkButton to="/document-templates">模板</LinkButton>}
              {face === 'desk' && <LinkButton to="/document-organ">机关信息</LinkButton>}
              <LinkButton kind="primary" to={newDocumentAddress(null, { project: filter.project })}>
                新做文书
              </LinkButton>
            </>
          ) : null
        }
      />
      <Card flush>
        <form className="documents-search" onSubmit={search}>
          <TextInput key={filter.q} label="找文号、标题、项目" type="search" name="q" defaultValue={filter.q} />
          <Button type="submit">找</Button>
          <Select
            label="种类"
            none="全部"
            value={filter.kind}
            onChange={(event) => setUrl({ kind: event.target.value })}
            choices={(kinds.data?.items ?? []).map(({ code, name }) => ({ value: code, name }))}
          />
          {face === 'desk' && (
            <Select
              label="状态"
              none="全部"
              value={filter.state}
              onChange={(event) => setUrl({ state: event.target.value })}
              choices={[{ value: 'to-serve', name: '待送达' }]}
            />
          )}
          <output className="muted">{asked.data === undefined ? '' : `${count(asked.data.total)} 份`}</output>
        </form>
        {asked.isError && asked.data === undefined ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null}
        {asked.isPending ? <Skeleton /> : null}
        {asked.data === undefined ? null : asked.data.items.length === 0 ? (
          <Empty title={filter.q === '' && filter.kind === '' && filter.state === '' ? '还没有文书' : '没有符合的文书'}>
            {mayMake ? '从“新做文书”选一种，字段由台账和工资表先填好。' : '送达本单位的文书会出现在这里。'}
          </Empty>
        ) : (
          <>
            <Documents rows={asked.data.items} today={today} busy={asked.isPlaceholderData} />
            <Pagination page={filter.page} size={A_PAGE} total={asked.data.total} unit="份" onPage={(page) => setUrl({ page })} />
          </>
        )}
      </Card>
    </div>
  );
}

function Documents({ rows, today, busy }: { readonly rows: readonly DocumentRow[]; readonly today: string; readonly busy: boolean }) {
  return (
    <Table
      caption="文书"
      stack
      busy={busy}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { key: 'title', head: '文书', rowHead: true, cell: (row) => <Link to={documentAddress(row.id)}>{row.title}</Link> },
        { key: 'number', head: '文号', cell: (row) => row.numberText ?? <span className="muted">不编号</span> },
        { key: 'state', head: '状态', oneLine: true, cell: (row) => <StateTag row={row} today={today} /> },
        { key: 'made', head: '制作', cell: (row) => `${day(row.madeOn, today)} ${row.madeBy}${row.version > 1 ? `，第 ${row.version} 版` : ''}` },
      ]}
    />
  );
}
