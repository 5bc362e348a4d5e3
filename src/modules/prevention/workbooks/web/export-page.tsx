import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#kit/api.ts';
import { Button, FileLink } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { Checkbox, ChoiceGroup, Radio, Select, TextArea, TextInput } from '#kit/field.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Pagination } from '#kit/pagination.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { Tag, type Tone } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { ReportCheck } from './report-check.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import type { ProjectList } from '../../projects/domain/wire.ts';
import { type ExportView, FORMS, type WorkbookKind, WORKBOOK_KINDS } from '../domain/index.ts';

const PAGE = 50;
const ASK_AGAIN_MS = 1_000;
/** The server wants a reason of at least four characters. */
const PURPOSE_CHARACTERS = 4;

const STATES: Readonly<Record<ExportView['state'], { readonly name: string; readonly tone: Tone }>> = {
  asked: { name: '待取', tone: 'yellow' },
  running: { name: '正在写', tone: 'yellow' },
  done: { name: '取完', tone: 'green' },
  cancelled: { name: '取消', tone: 'grey' },
  failed: { name: '没写完', tone: 'red' },
};

function exportsQuery(page: number) {
  return queryOptions({
    queryKey: ['exports', page],
    queryFn: () => api.get<{ items: readonly ExportView[]; total: number }>('/api/exports', { page }),
    refetchInterval: (asked) => (asked.state.data?.items.some((item) => item.state === 'running') ? ASK_AGAIN_MS : false),
  });
}

/** 导出: which form, of what, masked or whole; the reason is asked in a dialog before anything is written. */
export default function ExportPage() {
  return (
    <div className="stack">
      <PageHead title="导出" sub="八种常用表：导出现有的，或下载预填好的空表照着填" />
      <div className="split">
        <Taken />
        <div className="stack">
          <Choose />
          <ReportCheck />
        </div>
      </div>
    </div>
  );
}

function Choose() {
  const { may, today } = useMe();
  const [url, setUrl] = useUrlState();
  const [asks, setAsks] = useState(false);
  const [whole, setWhole] = useState(false);
  const kind = WORKBOOK_KINDS.find((each) => each === url.get('kind')) ?? 'roster';
  const form = FORMS[kind];
  const projectId = url.get('project') ?? '';
  const month = url.get('month') ?? today.slice(0, 7);
  const isBlank = url.get('blank') === '1';
  const needsProject = form.of !== 'place';
  const hasPersons = form.columns.some((column) => column.personal !== undefined);
  return (
    <Card title="要哪一张">
      <div className="stack-s">
        <Select
          label="表"
          value={kind}
          onChange={(event) => setUrl({ kind: event.target.value })}
          choices={WORKBOOK_KINDS.map((each) => ({ value: each, name: FORMS[each].title }))}
        />
        {needsProject && <ProjectChoice projectId={projectId} onChoose={(id) => setUrl({ project: id })} />}
        {form.of === 'project-month' && (
          <TextInput label="月份" type="month" value={month} max={today.slice(0, 7)} onChange={(event) => setUrl({ month: event.target.value })} />
        )}
        <ChoiceGroup legend="做什么用">
          <Radio label="导出现有的内容" name="blank" checked={!isBlank} onChange={() => setUrl({ blank: null })} />
          <Radio label="下载预填的空表：人和项目已填好，要改的格子空着" name="blank" checked={isBlank} onChange={() => setUrl({ blank: '1' })} />
        </ChoiceGroup>
        {may.includes('worker.unmask') && hasPersons && (
          <Checkbox label="含完整身份证号、卡号、电话（要再导入时选上；每小时有限）" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
        )}
        <Button kind="primary" onClick={() => setAsks(true)} shutBecause={needsProject && projectId === '' ? '先选项目' : null}>
          {isBlank ? '下载预填的空表' : `导出${form.title}`}
        </Button>
        {needsProject && projectId !== '' && (
          <p className="small">
            <Link to={`/projects/${projectId}/abroad`}>其他国家的工资文件（UAE、卡塔尔、WH-347、eCPR）</Link>
          </p>
        )}
      </div>
      {asks && (
        <ReasonDialog
          order={{ kind, whole: whole && hasPersons, isForm: isBlank, ...(needsProject && { projectId }), ...(form.of === 'project-month' && { month }) }}
          onClose={() => setAsks(false)}
        />
      )}
    </Card>
  );
}

function ProjectChoice({ projectId, onChoose }: { readonly projectId: string; readonly onChoose: (id: string) => void }) {
  const [typed, setTyped] = useState('');
  const found = useQuery({
    queryKey: ['projects', 'pick', typed.trim()],
    queryFn: () => api.get<ProjectList>('/api/projects', { size: 20, q: typed.trim() }),
    placeholderData: (before) => before,
  });
  const items = found.data?.items ?? [];
  const choices = items.map((item) => ({ value: item.id, name: item.name }));
  const held = projectId !== '' && !items.some((item) => item.id === projectId) ? [{ value: projectId, name: '已选的项目' }] : [];
  return (
    <div className="stack-s">
      <TextInput label="找项目" hint="输几个字" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <Select label="项目" none="选一个" value={projectId} onChange={(event) => onChoose(event.target.value)} choices={[...held, ...choices]} />
    </div>
  );
}

interface Order {
  readonly kind: WorkbookKind;
  readonly projectId?: string;
  readonly month?: string;
  readonly whole: boolean;
  readonly isForm: boolean;
}

/** Why, first; then the file, which can be stopped while it is written. */
function ReasonDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asked, setAsked] = useState<ExportView | null>(null);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['exports'] });
  const ask = async () => {
    setBusy(true);
    setProblem(null);
    try {
      setAsked(await api.post<ExportView>('/api/exports', { ...order, purpose: purpose.trim() }));
      await refresh();
    } catch (thrown) {
      setProblem(thrown);
    }
    setBusy(false);
  };
  const cancel = async () => {
    if (asked !== null) await api.post(`/api/exports/${asked.id}/cancel`).catch(() => undefined);
    await refresh();
    onClose();
  };
  return (
    <Dialog title={`${order.isForm ? '下载预填的' : '导出'}${FORMS[order.kind].title}`} onClose={onClose}>
      {asked === null ? (
        <>
          {order.whole && <Notice tone="warn">这份表有完整的身份证号、卡号和电话。谁、何时、为何导出会写在文件里和审计里。</Notice>}
          <TextArea label="用途" hint="写清给谁、做什么，例如：核对九月工资" value={purpose} onChange={(event) => setPurpose(event.target.value)} />
          {problem !== null && <Problem error={problem} />}
          <DialogFoot>
            <Button
              kind="primary"
              busy={busy}
              shutBecause={purpose.trim().length < PURPOSE_CHARACTERS ? '先写用途，至少四个字' : null}
              onClick={() => void ask()}
            >
              {order.isForm ? '准备空表' : '准备导出'}
            </Button>
            <Button onClick={onClose}>不导出了</Button>
          </DialogFoot>
        </>
      ) : (
        <>
          <p>导出编号 {asked.id}。十分钟内取走，只能取一次。</p>
          <DialogFoot>
            <FileLink kind="primary" href={`/api/exports/${asked.id}/file`} fileName={asked.fileName}>
              存到电脑
            </FileLink>
            <Button onClick={() => void cancel()}>取消这次导出</Button>
            <Button kind="quiet" onClick={() => void refresh().then(onClose)}>
              关上
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  );
}

function Taken() {
  const { today } = useMe();
  const [url, setUrl] = useUrlState();
  const page = Math.max(1, Number(url.get('page')) || 1);
  const taken = useQuery(exportsQuery(page));
  return (
    <Card title="我导出过的" flush>
      {taken.isError ? (
        <Problem error={taken.error} onRetry={() => taken.refetch()} />
      ) : taken.data === undefined ? (
        <Skeleton />
      ) : taken.data.items.length === 0 ? (
        <Empty title="还没有导出过">选一张表。导出要写用途，写进文件和审计。</Empty>
      ) : (
        <>
          <Table
            caption="我导出过的表"
            stack
            rows={taken.data.items}
            keyOf={(view) => view.id}
            columns={[
              { key: 'what', head: '表', rowHead: true, cell: (view) => `${view.kindName}${view.isForm ? '（空表）' : ''}` },
              { key: 'of', head: '项目、月份', cell: (view) => [view.projectName ?? '全部项目', view.month].filter((part) => part !== null).join('，') },
              { key: 'why', head: '用途', cell: (view) => view.purpose },
              { key: 'whole', head: '号码', cell: (view) => (view.whole ? '完整' : '遮住') },
              { key: 'rows', head: '行数', cell: (view) => <span className="number">{view.rows === 0 ? '—' : count(view.rows)}</span> },
              { key: 'at', head: '何时', cell: (view) => <span className="one-line">{moment(view.askedAt, today)}</span> },
              { key: 'state', head: '到哪一步', cell: (view) => <Tag tone={STATES[view.state].tone}>{STATES[view.state].name}</Tag> },
            ]}
          />
          <Pagination page={page} size={PAGE} total={taken.data.total} unit="次" onPage={(next) => setUrl({ page: next })} />
        </>
      )}
    </Card>
  );
}
