import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, FileLink, LinkButton } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { Dialog, DialogFoot } from '#kit/dialog.tsx';
import { TextArea } from '#kit/field.tsx';
import { count, fileSize, moment, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { NextStep } from '#kit/next-step.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { ProgressBar } from '#kit/progress-bar.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import type { ImportView } from '../domain/wire.ts';
import { monthAddress, projectAddress } from '#modules/prevention/projects/web/index.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { ControlTotals } from './control-totals.tsx';
import { ErrorTable } from './error-table.tsx';
import { ImportSteps } from './import-steps.tsx';
import { MappingStep } from './mapping-step.tsx';
import { PreviewTable } from './preview-table.tsx';
import { cancelImport, confirmImport, importQuery, markedFileAddress, undoImport } from './requests.ts';
import { saysNothingMoved, STATES } from './states.ts';
import './import-page.css';

/** One import from the file to its effect. The work goes on at the server: this page only asks how far it is. */
export default function ImportPage() {
  const { importId = '' } = useScreenParams();
  const { today } = useMe();
  const asked = useQuery(importQuery(importId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="这次导入没有打开" />
        <Problem error={asked.error} onRetry={() => asked.refetch()} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton />;
  return <Import key={importId} view={asked.data} today={today} />;
}

function Import({ view, today }: { readonly view: ImportView; readonly today: string }) {
  const state = STATES[view.state];
  useAnnounceState(view);
  return (
    <div className="stack">
      <PageHead
        title={view.fileName}
        sub={
          <>
            {[view.kind === null ? '还没认出是哪种表' : view.kindName, view.month && monthName(view.month, today), view.project?.name]
              .filter(Boolean)
              .join('，')}
            <br />
            {view.uploadedBy} {moment(view.uploadedAt, today)} 传，{fileSize(view.size)}
          </>
        }
        actions={
          <>
            <Tag tone={state.tone}>{state.name}</Tag>
            <LinkButton to="/imports">回导入</LinkButton>
          </>
        }
      />
      <ImportSteps view={view} />
      <Stage view={view} today={today} />
    </div>
  );
}

/** The move from one state to the next is read out once, wherever the focus is. */
function useAnnounceState(view: ImportView) {
  const { announce } = useTell();
  const before = useRef(view.state);
  useEffect(() => {
    if (before.current === view.state) return;
    before.current = view.state;
    announce(`${view.fileName}：${STATES[view.state].name}`);
    // The button that was pressed is gone with the old state; the heading is where reading goes on.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
  }, [view.state, view.fileName, announce]);
}

function Stage({ view, today }: { readonly view: ImportView; readonly today: string }) {
  switch (view.state) {
    case 'reading':
      return <Moving view={view} label="正在读" />;
    case 'importing':
      return <Moving view={view} label="正在收" />;
    case 'needs-mapping':
      return (
        <>
          <Notice tone="warn">{view.problem ?? '有的列认不准，对一下再读。以后同样表头的表不用再对。'}</Notice>
          <MappingStep view={view} today={today} />
          <Drop view={view} />
        </>
      );
    case 'checked':
      return <Checked view={view} />;
    case 'done':
      return <Done view={view} today={today} />;
    case 'undone':
      return (
        <>
          <Notice>这次导入撤销了，收下的 {count(view.accepted?.rows ?? 0)} 行已退回。要用就改好再传。</Notice>
          <Result view={view} />
        </>
      );
    case 'cancelled':
      return <Notice>{view.problem ?? '这个文件没有收，什么都没改。要用就再传一次。'}</Notice>;
    case 'failed':
      return (
        <Notice tone="bad">
          <p className="strong">这个文件没读成，什么都没改</p>
          <p>{view.problem ?? '改好再传一次。'}</p>
        </Notice>
      );
  }
}

function Moving({ view, label }: { readonly view: ImportView; readonly label: string }) {
  return (
    <Card>
      <div className="stack-s">
        <ProgressBar
          label={label}
          {...(view.progress > 0 && { share: view.progress })}
          words={`${count(view.rowsRead)} 行${view.progress > 0 ? `，${Math.round(view.progress * 100)} %` : ''}`}
        />
        <p className="muted">关掉这一页也接着办，回来从「导入」里看。</p>
      </div>
    </Card>
  );
}

function useImportAct<Argument>(view: ImportView, act: (argument: Argument) => Promise<ImportView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (next) => {
      queries.setQueryData(importQuery(view.id).queryKey, next);
      return queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}

/** 不要这个文件: nothing was taken over yet, so nothing is lost. */
function Drop({ view }: { readonly view: ImportView }) {
  const drop = useImportAct(view, () => cancelImport(view.id));
  return (
    <div className="stack-s">
      <ErrorSummary error={drop.error} />
      <div className="row">
        <Button kind="danger" busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
          不要这个文件
        </Button>
      </div>
    </div>
  );
}

function Checked({ view }: { readonly view: ImportView }) {
  const accept = useImportAct(view, (validRowsOnly: boolean) => confirmImport(view.id, validRowsOnly));
  const drop = useImportAct(view, () => cancelImport(view.id));
  const rows = view.accepted?.rows ?? 0;
  const bad = view.errorRows > 0;
  const quiet = saysNothingMoved(view);
  const nothing = rows === 0 && !quiet;
  const unchanged = rows > 0 && view.added === 0 && view.changed === 0;
  const amount = view.accepted === null || BigInt(view.accepted.amountFen) === 0n ? '' : `，${yuan(view.accepted.amountFen)} 元`;
  return (
    <>
      <div className="split">
        <Result view={view} />
        <NextStep
          title={nothing ? '下一步：改好再传' : quiet ? '下一步：记下没有交易' : bad ? '下一步：选一样' : `下一步：收下 ${count(rows)} 行`}
          says={
            <>
              <ErrorSummary error={accept.error ?? drop.error} />
              {bad && (
                <p>
                  <span className="danger-text strong">{count(view.errorRows)} 行有错</span>，{nothing ? '没有能收的' : `没错的有 ${count(rows)} 行${amount}`}
                  。下载标红的表，改好再传，没改的行不会重复收。
                </p>
              )}
              {!bad && <p>{quiet ? '这段日子专户没有进出。' : `${count(rows)} 行${amount}，没有错。`}</p>}
              {unchanged && (
                <p className="muted">都和已有的一样，收下{view.kind === 'flows' || view.kind === 'attendance' ? '只更新数据管到哪天' : '不会有变化'}。</p>
              )}
            </>
          }
          primary={
            nothing ? null : (
              <Button kind="primary" wide busy={accept.isPending} onClick={() => accept.mutate(bad)}>
                {quiet ? '收下' : bad ? `只收没错的 ${count(rows)} 行` : `收下 ${count(rows)} 行`}
              </Button>
            )
          }
          others={
            <>
              {bad && <FileLink href={markedFileAddress(view.id)}>下载标红的表</FileLink>}
              <Button busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
                不要这个文件
              </Button>
            </>
          }
        />
      </div>
      {(bad || view.warningCells > 0) && <ErrorTable view={view} />}
      <PreviewTable importId={view.id} />
    </>
  );
}

function Result({ view }: { readonly view: ImportView }) {
  return (
    <Card
      title="核对合计"
      flush
      aside={
        <span className="muted">
          新增 {count(view.added)} 行，改动 {count(view.changed)} 行，没变 {count(view.unchanged)} 行
        </span>
      }
    >
      <ControlTotals view={view} />
    </Card>
  );
}

function Done({ view, today }: { readonly view: ImportView; readonly today: string }) {
  const [undoing, setUndoing] = useState(false);
  const { effect } = view;
  return (
    <>
      <Notice tone="good">
        <p className="strong">
          {saysNothingMoved(view) ? '记下了：这段日子专户没有进出' : `收下了 ${count(view.accepted?.rows ?? 0)} 行`}
          {view.errorRows > 0 && `，还有 ${count(view.errorRows)} 行有错没收`}
        </p>
        <p>
          新增 {count(view.added)} 行，改动 {count(view.changed)} 行，没变 {count(view.unchanged)} 行。
        </p>
      </Notice>
      <div className="split">
        <div className="stack">
          <Result view={view} />
          {view.errorRows > 0 && <ErrorTable view={view} />}
        </div>
        <div className="stack">
          <Card title="收下以后">
            {effect === null ? (
              <p className="muted">预警还在重算，约几秒。</p>
            ) : (
              <dl className="facts">
                <Effect label="新增预警" value={effect.raised} />
                <Effect label="变重的预警" value={effect.grown} />
                <Effect label="消除的预警" value={effect.cleared} />
              </dl>
            )}
            <Onward view={view} today={today} />
          </Card>
          {view.mayUndo && (
            <Card title="传错了">
              <p>撤销会退回这一次收下的行，预警跟着重算。</p>
              <div className="row import-undo">
                <Button kind="danger" onClick={() => setUndoing(true)}>
                  撤销这次导入
                </Button>
              </div>
            </Card>
          )}
        </div>
      </div>
      {undoing && <UndoDialog view={view} onClose={() => setUndoing(false)} />}
    </>
  );
}

function Effect({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count(value)} 条</dd>
    </div>
  );
}

function Onward({ view, today }: { readonly view: ImportView; readonly today: string }): ReactNode {
  if (view.project === null) {
    return (
      <p className="row import-onward">
        <Link to="/warnings">看预警</Link>
        <Link to="/projects">看项目</Link>
      </p>
    );
  }
  const { project, month } = view;
  return (
    <p className="row import-onward">
      <Link to={`/warnings?project=${project.id}`}>看这个项目的预警</Link>
      <Link to={month === null ? projectAddress(project.id) : monthAddress(project.id, month)}>
        {month === null ? '看项目' : `看${monthName(month, today)}的工人`}
      </Link>
    </p>
  );
}

/** The server refuses less; one character says nothing. */
const SHORTEST_REASON = 2;

function UndoDialog({ view, onClose }: { readonly view: ImportView; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { tell } = useTell();
  const undo = useImportAct(view, () => undoImport(view.id, reason.trim()));
  const rows = count(view.accepted?.rows ?? 0);
  const submit = () => {
    if (reason.trim().length < SHORTEST_REASON) return setMissing(true);
    undo.mutate(undefined, {
      onSuccess: () => {
        tell(`已撤销：${view.fileName}，退回 ${rows} 行`);
        onClose();
      },
    });
  };
  return (
    <Dialog title={`撤销：退回 ${rows} 行`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary error={undo.error} />
        <TextArea
          label="为什么撤销"
          hint="写进这次导入的记录，审计看得到"
          value={reason}
          error={missing && reason.trim().length < SHORTEST_REASON ? '写一句为什么，例如：传成了上个月的表' : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <DialogFoot>
          <Button type="submit" kind="danger" busy={undo.isPending}>
            撤销，退回 {rows} 行
          </Button>
          <Button onClick={onClose}>不撤销</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
