import { useQuery } from '@tanstack/react-query';
import { FileLink } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { count, moment, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';

import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { ProgressBar } from '#kit/progress-bar.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { ImportKind, ImportState, ImportView } from '../domain/wire.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { AcceptAll } from './accept-all.tsx';
import { IMPORTS_A_PAGE, importsQuery, templateAddress } from './requests.ts';
import { KINDS, STATES } from './states.ts';
import { UploadPanel } from './upload-panel.tsx';
import './import-centre.css';

const STATE_KEYS: readonly ImportState[] = ['needs-mapping', 'checked', 'reading', 'importing', 'done', 'failed', 'cancelled', 'undone'];

/** 导入: what was brought in, what waits for a hand, and the place to bring more. */
export default function ImportCentre() {
  const me = useMe();
  const kinds = KINDS.map((choice) => choice.kind).filter((kind) => me.may.includes(kind === 'ledger' ? 'import.ledger' : 'import.records'));
  return (
    <div className="stack">
      <PageHead title="导入" sub={`${kinds.includes('ledger') ? '台账、' : ''}花名册、考勤、工资表、专户流水，传上来先核对，再收下`} />
      <div className="split">
        <Imports today={me.today} bringsLedger={kinds.includes('ledger')} />
        <div className="stack import-side">
          {kinds.length > 0 && <UploadPanel kinds={kinds} />}
          <Templates kinds={kinds} />
        </div>
      </div>
    </div>
  );
}

function Templates({ kinds }: { readonly kinds: readonly ImportKind[] }) {
  if (kinds.length === 0) return null;
  return (
    <Card title="空表">
      <p className="muted small">
        自己的表列名对得上就不用换。没有表的，下一张照着填；<Link to="/exports?blank=1">预填好人和项目的空表</Link>在“导出”里。
      </p>
      <ul className="templates">
        {KINDS.filter((choice) => kinds.includes(choice.kind)).map((choice) => (
          <li key={choice.kind}>
            <span>
              {choice.name} <span className="muted small">{choice.holds}</span>
            </span>
            <FileLink small href={templateAddress(choice.kind)} fileName={`${choice.name}.xlsx`}>
              下载<span className="vh">{choice.name}空表</span>
            </FileLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Imports({ today, bringsLedger }: { readonly today: string; readonly bringsLedger: boolean }) {
  const [url, setUrl] = useUrlState();
  const state = STATE_KEYS.find((key) => key === url.get('state')) ?? '';
  const kind = KINDS.find((choice) => choice.kind === url.get('kind'))?.kind ?? '';
  const page = Math.max(1, Number(url.get('page')) || 1);
  const imports = useQuery(importsQuery({ state, kind, page }));
  const filtered = state !== '' || kind !== '';
  return (
    <Card title="导入过的" flush aside={imports.data && <output className="muted">共 {count(imports.data.total)} 次</output>}>
      <div className="import-filters">
        <Select
          label="到哪一步"
          none="全部"
          value={state}
          onChange={(event) => setUrl({ state: event.target.value })}
          choices={STATE_KEYS.map((key) => ({ value: key, name: STATES[key].name }))}
        />
        <Select
          label="哪一种表"
          none="全部"
          value={kind}
          onChange={(event) => setUrl({ kind: event.target.value })}
          choices={KINDS.map((choice) => ({ value: choice.kind, name: choice.name }))}
        />
      </div>
      {imports.isError ? (
        <Problem error={imports.error} onRetry={() => imports.refetch()} />
      ) : imports.data === undefined ? (
        <Skeleton />
      ) : imports.data.items.length === 0 ? (
        <Empty title={filtered ? '没有符合的导入' : '还没有导入过'}>
          {filtered ? '换一个条件看。' : bringsLedger ? '先传在建项目台账，再传花名册、考勤、工资表和流水。' : '先传花名册，再传考勤、工资表和流水。'}
        </Empty>
      ) : (
        <>
          <AcceptAll imports={imports.data.items} />
          <Table
            caption="导入过的表"
            stack
            rows={imports.data.items}
            keyOf={(view) => view.id}
            columns={[
              {
                key: 'file',
                head: '文件',
                rowHead: true,
                cell: (view) => (
                  <Link to={`/imports/${view.id}`} className="import-file">
                    {view.fileName}
                  </Link>
                ),
              },
              { key: 'kind', head: '表', cell: (view) => <WhatOf view={view} /> },
              { key: 'rows', head: '行数、金额', cell: (view) => <SizeOf view={view} /> },
              {
                key: 'by',
                head: '谁传的',
                cell: (view) => (
                  <>
                    {view.uploadedBy} <span className="muted one-line">{moment(view.uploadedAt, today)}</span>
                  </>
                ),
              },
              { key: 'state', head: '到哪一步', cell: (view) => <StateOf view={view} /> },
            ]}
          />
          <Pagination page={page} size={IMPORTS_A_PAGE} total={imports.data.total} unit="次" onPage={(next) => setUrl({ page: next })} />
        </>
      )}
    </Card>
  );
}

function WhatOf({ view }: { readonly view: ImportView }) {
  return (
    <>
      {view.kind === null ? '还没认出' : view.kindName}
      {view.project !== null && <span className="muted"> {view.project.name}</span>}
    </>
  );
}

function SizeOf({ view }: { readonly view: ImportView }) {
  if (view.totals === null) return <span className="muted">—</span>;
  return (
    <span className="number">
      {count(view.totals.rows)} 行{BigInt(view.totals.amountFen) > 0n && `，${yuan(view.totals.amountFen)} 元`}
    </span>
  );
}

function StateOf({ view }: { readonly view: ImportView }) {
  const state = STATES[view.state];
  if (state.isMoving && view.progress === 0) return <span className="muted">{view.state === 'reading' ? '排队等读' : '排队等收'}</span>;
  if (state.isMoving) return <ProgressBar label={state.name} share={view.progress} words={`${Math.round(view.progress * 100)} %`} />;
  return (
    <span className="row">
      <Tag tone={state.tone}>{state.name}</Tag>
      {view.state === 'checked' && view.errorRows > 0 && <span className="danger-text">{count(view.errorRows)} 行有错</span>}
    </span>
  );
}
