import './integration.css';
import { useMutation } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { count, moment } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import type { MessagePage as Message } from '../domain/index.ts';
import { OutcomeTag } from './messages-panel.tsx';
import { useMessage, useRefetch } from './requests.ts';

/** One message: what came of it and why, its body on request, and the way to take it once more. */
export default function MessagePage() {
  const id = useScreenParams()['id'] ?? '';
  const message = useMessage(id);
  return (
    <div className="stack">
      <PageHead title={`消息 ${id}`} sub={message.data ? `${message.data.channelName}，${message.data.direction === 'in' ? '收到' : '发出'}` : undefined} />
      {message.error ? <Problem error={message.error} onRetry={() => void message.refetch()} /> : null}
      {message.data ? <Shown message={message.data} /> : message.error ? null : <Skeleton lines={8} />}
    </div>
  );
}

function Shown({ message }: { readonly message: Message }) {
  const body = useMutation({ mutationFn: () => api.post<{ readonly body: string }>(`/api/integration/messages/${message.id}/body`) });
  return (
    <>
      {message.cause === null ? null : (
        <Notice tone={message.outcome === 'ok' ? 'plain' : 'warn'}>
          <p className="integration-cause">{message.cause}</p>
          {message.cure === null ? null : <p>怎么办：{message.cure}</p>}
        </Notice>
      )}
      <Card title="经过">
        <Facts
          items={[
            { label: '时间', value: moment(message.at) },
            { label: '结果', value: <OutcomeTag outcome={message.outcome} /> },
            { label: '应用', value: message.appName ?? message.target ?? '未登记的调用方' },
            { label: '方法', value: <span className="integration-code">{message.method}</span> },
            { label: '答复代码', value: <span className="integration-code">{message.code}</span> },
            { label: '记录', value: `${count(message.records)} 行` },
            { label: '用时', value: `${count(message.tookMs)} 毫秒` },
            ...(message.importId === null ? [] : [{ label: '导入', value: <Link to={`/imports/${message.importId}`}>第 {message.importId} 次导入</Link> }]),
            ...(message.projectId === null ? [] : [{ label: '项目', value: <Link to={`/projects/${message.projectId}`}>看项目</Link> }]),
            ...(message.replayOf === null
              ? []
              : [{ label: '重放自', value: <Link to={`/integration/messages/${message.replayOf}`}>消息 {message.replayOf}</Link> }]),
            ...message.replays.map((replay) => ({ label: '已重放', value: <Link to={`/integration/messages/${replay}`}>消息 {replay}</Link> })),
            ...Object.entries(message.summary).map(([name, value]) => ({
              label: SUMMARY[name] ?? name,
              value: typeof value === 'string' ? value : JSON.stringify(value),
            })),
          ]}
        />
      </Card>
      <Replay message={message} />
      <Card title="正文" aside={<span className="muted small">打开正文会记入审计</span>}>
        {!message.hasBody ? (
          <p className="muted">没有保存正文。</p>
        ) : body.data ? (
          <pre className="integration-body" tabIndex={0} aria-label="消息正文">
            {body.data.body}
          </pre>
        ) : (
          <div className="stack">
            <ErrorSummary error={body.error} title="正文没有打开" />
            <div className="row">
              <Button busy={body.isPending} onClick={() => body.mutate()}>
                打开正文
              </Button>
            </div>
          </div>
        )}
      </Card>
    </>
  );
}

const SUMMARY: Readonly<Record<string, string>> = {
  rows: '行数',
  times: '同样的次数',
  idempotencyKey: '幂等键',
  accepted: '收下的打卡',
  repeated: '重复的',
  quarantined: '待核实的',
  refused: '未收的',
  missing: '还缺的序号',
  timestamp: '时间戳的读法',
  profile: '接口方言',
  secretSent: '提醒',
};

function Replay({ message }: { readonly message: Message }) {
  const refetch = useRefetch();
  const replay = useMutation({
    mutationFn: () => api.post<{ readonly says: string }>(`/api/integration/messages/${message.id}/replay`),
    onSettled: refetch,
  });
  return (
    <Card title="重放">
      <div className="stack">
        <ErrorSummary error={replay.error} title="重放没有成功" />
        {replay.data ? <Notice tone="good">{replay.data.says}</Notice> : null}
        {message.noReplay === null ? (
          <>
            <p className="muted">失败的原因解决以后，用保存的正文、以原来的应用再处理一次。已经收下的不会重复。</p>
            <div className="row">
              <Button busy={replay.isPending} onClick={() => replay.mutate()}>
                重放这条消息
              </Button>
            </div>
          </>
        ) : (
          <p>{message.noReplay}</p>
        )}
      </div>
    </Card>
  );
}
