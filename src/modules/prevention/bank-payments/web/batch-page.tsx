import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '#kit/button.tsx';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { count, moment, month as monthName, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { projectAddress } from '#modules/prevention/projects/web/index.ts';
import type { BatchPage as Page } from '../domain/wire.ts';
import { BatchSteps } from './batch-steps.tsx';
import { Differences } from './differences.tsx';
import { Findings } from './findings.tsx';
import { Lines } from './lines.tsx';
import { Receipts } from './receipts.tsx';
import { batchQuery } from './requests.ts';
import { ResultFile } from './result-file.tsx';
import { BATCH_TONES, STANDS_AT, STEPS } from './states.ts';
import './payments.css';

/** One batch from the list of names to the books being equal. */
export default function BatchPage() {
  const { batchId = '' } = useScreenParams();
  const me = useMe();
  const asked = useQuery(batchQuery(batchId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="这一批没有打开" />
        <Problem error={asked.error} onRetry={() => asked.refetch()} />
      </div>
    );
  }
  if (asked.data === undefined) return <Skeleton />;
  return <Batch page={asked.data} today={me.today} makes={me.may.includes('payment.make')} approves={me.may.includes('payment.approve')} />;
}

function Batch({ page, today, makes, approves }: { readonly page: Page; readonly today: string; readonly makes: boolean; readonly approves: boolean }) {
  const isSent = page.submittedAt !== null;
  return (
    <div className="stack">
      <PageHead
        title={`${monthName(page.month, today)}工资代发`}
        sub={
          <>
            <Link to={projectAddress(page.projectId)}>{page.projectName}</Link>，{count(page.lines)} 人 {yuan(page.totalFen)} 元
          </>
        }
        actions={
          <>
            <Tag tone={BATCH_TONES[page.state]}>{page.stateName}</Tag>
            <LinkButton to="/payments">回工资代发</LinkButton>
          </>
        }
      />
      <Steps page={page} />
      {page.rejectedWhy !== null && (
        <Notice tone="bad">
          <p className="strong">银行拒收整批，一分钱都没有发</p>
          <p>{page.rejectedWhy}。改好后另做一批。</p>
        </Notice>
      )}
      {page.unknown > 0 && (
        <Notice tone="warn">
          <p className="strong">{count(page.unknown)} 人的结果不明，不会重发</p>
          <p>{page.channel === 'https' ? '正在问银行，有结果就变。' : '等银行的回盘，或打电话问开户行。'}</p>
        </Notice>
      )}
      {makes && <BatchSteps key={page.state} page={page} approves={approves} />}
      <div className="split">
        <div className="stack">
          {page.findings.length > 0 && !isSent && <Findings page={page} makes={makes} approves={approves} />}
          <Lines page={page} today={today} />
          {isSent && <Receipts batchId={page.id} today={today} />}
        </div>
        <div className="stack">
          <Card title="这一批">
            <Facts items={factsOf(page, today)} />
          </Card>
          {makes && isSent && page.channel === 'file' && <ResultFile page={page} />}
          {page.differences.length > 0 && <Differences page={page} today={today} approves={approves} />}
        </div>
      </div>
    </div>
  );
}

function Steps({ page }: { readonly page: Page }) {
  const at = STANDS_AT[page.state];
  return (
    <ol className="pay-steps" aria-label="代发的步骤">
      {STEPS.map((step, index) => (
        <li key={step} data-state={index < at ? 'behind' : index === at ? 'here' : 'ahead'} aria-current={index === at ? 'step' : undefined}>
          <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
          {step}
          <span className="vh">{index < at ? '，过了' : index === at ? '，现在' : '，还没到'}</span>
        </li>
      ))}
    </ol>
  );
}

function factsOf(page: Page, today: string) {
  const facts = [
    { label: '批次号', value: <span className="number">{page.batchNo}</span> },
    { label: '专户', value: page.accountNo === null ? '台账里没有' : `尾号 ${page.accountNo.slice(-4)}` },
    { label: '做名单', value: `${page.madeBy} ${moment(page.madeAt, today)}` },
  ];
  if (page.approvedBy !== null) facts.push({ label: '复核', value: page.approvedBy });
  if (page.submittedAt !== null) facts.push({ label: '送银行', value: `${page.submittedBy ?? ''} ${moment(page.submittedAt, today)}` });
  if (page.channel !== null)
    facts.push({
      label: '怎样送',
      value: page.channel === 'file' ? `文件：${page.layouts.find((one) => one.key === page.layoutKey)?.name ?? ''}` : (page.bankName ?? '银行接口'),
    });
  if (page.bankBatchNo !== null) facts.push({ label: '银行批次号', value: page.bankBatchNo });
  if (page.lastAnswer !== null)
    facts.push({ label: '银行最近说', value: `${page.lastAnswer}${page.askedAt === null ? '' : `（${moment(page.askedAt, today)}）`}` });
  if (page.submittedAt !== null) {
    facts.push({ label: '已到卡', value: `${count(page.paid)} 人 ${yuan(page.paidFen)} 元` });
    facts.push({ label: '等结果', value: `${count(page.open)} 人` });
    facts.push({ label: '没发成、退票', value: `${count(page.failed)} 人` });
  }
  return facts;
}
