import './warning-page.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '#kit/api.ts';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { DueWord } from '#kit/due-word.tsx';
import { count, day, fileSize, moment, month } from '#kit/format.ts';
import { IdentityBar } from '#kit/identity-bar.tsx';
import { Link } from '#kit/link.tsx';
import { Money } from '#kit/money.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { Timeline } from '#kit/timeline.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { WarningPage, WarningRow } from '../domain/wire.ts';
import { NextStepPanel } from './next-step-panel.tsx';
import { warningKey } from './requests.ts';
import { Why } from './why.tsx';

const StepDialog = lazy(() => import('./step-dialog.tsx'));

/** One 预警: what is wrong and why, what clears it, who acts by when, everything done so far, and the next step. */
export default function WarningScreen() {
  const { id = '' } = useScreenParams();
  const warning = useQuery({
    queryKey: warningKey(id),
    queryFn: ({ signal }) => api.get<WarningPage>(`/api/warnings/${encodeURIComponent(id)}`, undefined, signal),
  });
  if (warning.data) return <Loaded page={warning.data} />;
  return (
    <div className="stack">
      <PageHead title="预警" />
      {warning.error ? (
        <Problem error={warning.error} onRetry={() => void warning.refetch()} />
      ) : (
        <Card flush>
          <Skeleton lines={10} />
        </Card>
      )}
    </div>
  );
}

function Loaded({ page }: { readonly page: WarningPage }) {
  const [url, change] = useUrlState();
  const asked = url.get('step');
  const [done, setDone] = useState<string | null>(null);
  const open = page.open.find((step) => step.step === asked);
  return (
    <div className="stack">
      <nav aria-label="返回" className="no-print">
        <Link to="/warnings">‹ 全部预警</Link>
      </nav>
      <Identity page={page} />
      {asked && asked !== done && !open ? <NotNow page={page} asked={asked} /> : null}
      <div className="split split-aside-first">
        <div className="stack">
          <NextStepPanel page={page} onStep={(step) => change({ step })} />
          <WhoActs page={page} />
        </div>
        <div className="stack">
          <Why page={page} />
          <Done page={page} />
        </div>
      </div>
      {open ? (
        <Suspense fallback={null}>
          <StepDialog
            page={page}
            step={open}
            onClose={() => change({ step: null })}
            onDone={() => {
              setDone(open.step);
              change({ step: null });
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The address asks for a step that is shut, as happens when somebody else was quicker. */
function NotNow({ page, asked }: { readonly page: WarningPage; readonly asked: string }) {
  const shut = page.shut.find((step) => step.step === asked);
  return <Notice tone="warn">{shut ? `${shut.label}现在不能办：${shut.why}` : '这一步已经有人办过，或不归你办。看「经过」。'}</Notice>;
}

function Identity({ page }: { readonly page: WarningPage }) {
  const { warning } = page;
  const today = useToday();
  const isClosed = warning.state === 'closed';
  return (
    <IdentityBar
      over={
        <>
          <LevelTag level={warning.level} name={warning.levelName} />
          <Tag tone={isClosed ? 'green' : 'grey'}>{warning.stateName}</Tag>
          {warning.isData ? <Tag>数据预警</Tag> : null}
          {page.provisional ? <Tag tone="yellow">试行规则</Tag> : null}
          <span>{warning.ruleCode}</span>
          {warning.month ? <span>{month(warning.month, today)}</span> : null}
        </>
      }
      title={`${warning.projectName}：${page.title}`}
      dueLabel={isClosed ? '时限' : `${warning.stateName.replace(/^待/, '')}期限 ${day(warning.actBy, today)}`}
      due={<DueWord daysLeft={warning.daysLeft} done={isClosed} />}
      facts={[
        { label: '项目', value: <Link to={`/projects/${warning.projectId}`}>{warning.projectName}</Link> },
        { label: '总包', value: warning.gcName },
        { label: '地方', value: warning.regionName },
        ...(warning.people > 0 ? [{ label: '人数', value: `${count(warning.people)} 人` }] : []),
        ...(warning.amountFen === '0' ? [] : [{ label: '欠薪', value: <Money fen={warning.amountFen} /> }]),
        { label: '发出', value: day(warning.raisedOn, today) },
      ]}
    />
  );
}

function WhoActs({ page }: { readonly page: WarningPage }) {
  const { warning } = page;
  const today = useToday();
  return (
    <Card title="谁来办">
      <Facts
        items={[
          { label: '该补上的', value: page.dutyName },
          { label: '经办', value: ownerWords(warning) },
          ...(warning.state === 'closed' ? [] : [{ label: '最晚', value: day(warning.actBy, today) }]),
          ...(page.relatedOpen > 0
            ? [
                {
                  label: '同项目在办',
                  value: <Link to={`/warnings?project=${warning.projectId}`}>{count(page.relatedOpen)} 件</Link>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** An enterprise is told the office, not the name. */
function ownerWords({ ownerName, ownerRoleName, state }: WarningRow): string {
  if (ownerName) return `${ownerName}（${ownerRoleName}）`;
  return state === 'raised' ? `${ownerRoleName}，还没有人签收` : ownerRoleName;
}

function Done({ page }: { readonly page: WarningPage }) {
  const today = useToday();
  const newestFirst = [...page.steps].sort((a, b) => (a.happenedAt < b.happenedAt ? 1 : a.happenedAt > b.happenedAt ? -1 : 0));
  return (
    <Card title="经过">
      <Timeline
        items={newestFirst.map((step) => ({
          key: step.id,
          title: step.title,
          meta: `${moment(step.happenedAt, today)}　${step.byName ? `${step.byName}${step.byRoleName ? `（${step.byRoleName}）` : ''}` : '按数据和时限自动记'}`,
          note: step.note,
          children:
            step.evidence.length > 0 ? (
              <ul className="evidence-list">
                {step.evidence.map((file) => (
                  <li key={file.id}>
                    <a href={`/api/warnings/${page.warning.id}/evidence/${file.id}`} download={file.fileName}>
                      {file.fileName}
                    </a>{' '}
                    <span className="muted small">{fileSize(file.size)}</span>
                  </li>
                ))}
              </ul>
            ) : null,
        }))}
      />
    </Card>
  );
}
