import { useState } from 'react';
import { Button, FileLink } from '#kit/button.tsx';
import { commandId } from '#kit/command-id.ts';
import { Select, TextInput } from '#kit/field.tsx';
import { count, yuan } from '#kit/format.ts';
import { NextStep } from '#kit/next-step.tsx';
import { ErrorSummary } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { CONFIRM_FIRST } from '../domain/layout.ts';
import type { BatchPage } from '../domain/wire.ts';
import { Reissue } from './lines.tsx';
import { confirmLayout, fileAddress, submitBatch, takeStep } from './requests.ts';
import { useAct } from './use-act.ts';

/** What is to be done next with a batch; steps that are shut say why. */
export function BatchSteps({ page, approves }: { readonly page: BatchPage; readonly approves: boolean }) {
  const { tell } = useTell();
  const step = useAct(
    page.id,
    (name: string) => takeStep(page.id, name),
    (after) => tell(`${after.stateName}：${count(after.lines)} 人 ${yuan(after.totalFen)} 元`),
  );
  const act = (name: string, words: string, kind: 'primary' | 'secondary' | 'danger' = 'primary') => {
    const why = page.steps[name === 'check' || name === 'approve' || name === 'send-back' || name === 'cancel' || name === 'reconcile' ? name : 'check'];
    return (
      <Button kind={kind} busy={step.isPending && step.variables === name} shutBecause={why} onClick={() => step.mutate(name)}>
        {words}
      </Button>
    );
  };
  const error = <ErrorSummary error={step.error} />;
  switch (page.state) {
    case 'draft':
      return (
        <>
          {error}
          <NextStep
            title="下一步：核对名单"
            says={`${count(page.lines)} 人 ${yuan(page.totalFen)} 元。核对工资表、签字、卡、专户余额。`}
            primary={act('check', '核对名单')}
            others={act('cancel', '作废这一批', 'danger')}
          />
        </>
      );
    case 'checked':
      return (
        <>
          {error}
          <NextStep
            title="下一步：另一个人复核"
            says={page.findings.length === 0 ? '核对没有发现问题。' : `核对发现 ${count(page.findings.length)} 处，列在下面。`}
            primary={act('approve', `复核通过，${yuan(page.totalFen)} 元`)}
            others={
              <>
                {act('check', '再核对一次', 'secondary')}
                {act('send-back', '退回修改', 'secondary')}
                {act('cancel', '作废这一批', 'danger')}
              </>
            }
          />
        </>
      );
    case 'approved':
      return (
        <>
          {error}
          <Send page={page} approves={approves} others={<>{act('send-back', '退回修改', 'secondary')}</>} />
        </>
      );
    case 'submitted':
    case 'accepted':
    case 'processing':
      return (
        <>
          {error}
          <Waiting page={page} onAct={(name) => step.mutate(name)} busy={step.isPending} />
        </>
      );
    case 'partial':
    case 'finished': {
      const again = page.items.some((line) => line.mayReissue);
      return (
        <>
          {error}
          <NextStep
            title={again ? '下一步：补发没发成的' : '下一步：对账'}
            says={
              again
                ? `${count(page.failed)} 人没有收到。按下面每人的原因改好，再补发。`
                : page.failed > 0
                  ? `${count(page.failed)} 人退票，钱还没退回专户，退回后再补发。`
                  : '专户出账与到卡合计一致，就标为已对平。'
            }
            primary={again ? <Reissue page={page} /> : act('reconcile', '标为已对平')}
            others={
              <>
                {again && act('reconcile', '标为已对平', 'secondary')}
                {page.channel !== 'file' && <Ask page={page} onAct={(name) => step.mutate(name)} busy={step.isPending} />}
              </>
            }
          />
        </>
      );
    }
    case 'rejected':
    case 'reconciled':
    case 'cancelled':
      return null;
  }
}

function Ask({ busy, onAct }: { readonly page: BatchPage; readonly busy: boolean; readonly onAct: (name: string) => void }) {
  return (
    <Button busy={busy} onClick={() => onAct('ask')}>
      现在问银行
    </Button>
  );
}

function Waiting({ page, busy, onAct }: { readonly page: BatchPage; readonly busy: boolean; readonly onAct: (name: string) => void }) {
  if (page.channel === 'file') {
    return (
      <NextStep
        title="下一步：下载文件交银行，再传回盘"
        says={`共 ${count(parts(page))} 个文件。文件里有完整卡号，用完删掉；谁下载的有记录。`}
        primary={
          <>
            {Array.from({ length: parts(page) }, (_, at) => (
              <FileLink key={at} kind={at === 0 ? 'primary' : 'secondary'} href={fileAddress(page.id, at + 1)}>
                {parts(page) === 1 ? '下载代发文件' : `下载第 ${at + 1} 个文件`}
              </FileLink>
            ))}
          </>
        }
      />
    );
  }
  const again = page.mayHandInAgain;
  return (
    <NextStep
      title="下一步：等银行"
      says={page.channel === 'folder' ? '指令已放进交换文件夹，银行回盘后自动读。' : '有结果自动变，不用守着。'}
      primary={
        page.channel === 'https' && (
          <Button busy={busy} onClick={() => onAct('ask')}>
            现在问银行
          </Button>
        )
      }
      others={
        again !== '' && (
          <Button shutBecause={again} onClick={() => onAct('hand-in-again')}>
            重新递交同一指令
          </Button>
        )
      }
    />
  );
}

function parts(page: BatchPage): number {
  const layout = page.layouts.find((one) => one.key === page.layoutKey);
  return Math.max(1, Math.ceil(page.lines / (layout?.maxRows ?? page.lines)));
}

/** The branch's name says with whom the format was compared; four letters are the shortest that names one. */
const SHORTEST_BRANCH = 4;

function Send({ page, approves, others }: { readonly page: BatchPage; readonly approves: boolean; readonly others: React.ReactNode }) {
  const [command] = useState(commandId);
  const [way, setWay] = useState(
    page.banks[0] === undefined ? `file:${page.layouts.find((one) => one.confirmedBy !== null)?.key ?? 'generic'}` : `link:${page.banks[0].appid}`,
  );
  const [branch, setBranch] = useState('');
  const { tell } = useTell();
  const layout = way.startsWith('file:') ? page.layouts.find((one) => `file:${one.key}` === way) : undefined;
  const send = useAct(
    page.id,
    () => submitBatch(page.id, command, layout === undefined ? { by: 'link', appid: way.slice('link:'.length) } : { by: 'file', layoutKey: layout.key }),
    () => tell(`已送银行：${count(page.lines)} 人 ${yuan(page.totalFen)} 元`),
  );
  const confirm = useAct(
    page.id,
    () => confirmLayout(layout?.key ?? '', branch.trim()),
    () => tell('这种格式启用了'),
  );
  const unconfirmed = layout !== undefined && layout.confirmedBy === null;
  return (
    <NextStep
      title="下一步：送银行代发"
      says={
        <div className="pay-file">
          <Select
            label="怎样送"
            value={way}
            onChange={(event) => setWay(event.target.value)}
            choices={[
              ...page.banks.map((bank) => ({ value: `link:${bank.appid}`, name: `${bank.name}（${bank.transport === 'https' ? '接口' : '交换文件夹'}）` })),
              ...page.layouts.map((one) => ({ value: `file:${one.key}`, name: `文件：${one.name}${one.confirmedBy === null ? '（未启用）' : ''}` })),
            ]}
          />
          {layout !== undefined && (
            <p className="muted small">
              列：{layout.columns.join('、')}。{layout.confirmedBy === null ? `${CONFIRM_FIRST}。` : `${layout.confirmedBy}向${layout.branch ?? ''}核对过。`}
            </p>
          )}
          {unconfirmed && !approves && <p>由本企业有复核权限的人向开户行核对后启用。</p>}
          {unconfirmed && approves && (
            <div className="row">
              <TextInput label="向哪家支行核对的" value={branch} onChange={(event) => setBranch(event.target.value)} />
              <Button
                busy={confirm.isPending}
                shutBecause={branch.trim().length < SHORTEST_BRANCH ? '写明支行和核对的人' : null}
                onClick={() => confirm.mutate()}
              >
                核对过，启用这种格式
              </Button>
            </div>
          )}
          <ErrorSummary error={send.error ?? confirm.error} />
        </div>
      }
      primary={
        <Button
          kind="primary"
          busy={send.isPending}
          shutBecause={page.steps.submit ?? (unconfirmed ? '这种格式还没有启用' : null)}
          onClick={() => send.mutate()}
        >
          送银行代发 {yuan(page.totalFen)} 元
        </Button>
      }
      others={others}
    />
  );
}
