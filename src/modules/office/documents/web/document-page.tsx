import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, FileLink } from '#kit/button.tsx';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { day } from '#kit/format.ts';
import { IdentityBar } from '#kit/identity-bar.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem, Skeleton } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import { Timeline } from '#kit/timeline.tsx';
import { useMe } from '../../accounts/web/index.ts';
import type { DocumentView, ServiceView, VersionView } from '../domain/wire.ts';
import { fileAddress } from './addresses.ts';
import { CorrectDialog, WithdrawDialog } from './change-dialogs.tsx';
import { documentQuery } from './requests.ts';
import { ServiceDialog } from './service-dialog.tsx';
import { StateTag } from './state-tag.tsx';
import './documents.css';

/** One document: its files, its versions, how it was served. */
export default function DocumentPage() {
  const { documentId = '' } = useScreenParams();
  const asked = useQuery(documentQuery(documentId));
  if (asked.isError && asked.data === undefined) {
    return (
      <div className="stack">
        <PageHead title="这份文书没有打开" />
        <Problem error={asked.error} onRetry={() => void asked.refetch()} />
      </div>
    );
  }
  return asked.data === undefined ? <Skeleton lines={10} /> : <Document view={asked.data} />;
}

type Open = { readonly dialog: 'correct' | 'withdraw' } | { readonly dialog: 'serve'; readonly replaces: ServiceView | null };

function Document({ view }: { readonly view: DocumentView }) {
  const { today } = useMe();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="stack">
      <IdentityBar
        title={view.title}
        over={
          <>
            <span>{view.kindName}</span>
            <StateTag row={view} today={today} />
          </>
        }
        facts={[
          { label: '文号', value: view.numberText ?? '不编号' },
          { label: '制作', value: `${day(view.madeOn, today)} ${view.madeBy}` },
          { label: '版本', value: `第 ${view.version} 版` },
          { label: '项目', value: view.projectId === null ? '不关联项目' : <Link to={`/projects/${view.projectId}`}>{view.projectName}</Link> },
          ...(view.effectiveOn === null ? [] : [{ label: '送达生效', value: day(view.effectiveOn, today) }]),
        ]}
      />
      {view.withdrawal === null ? null : (
        <Notice tone="warn">
          {day(view.withdrawal.on, today)} {view.withdrawal.by}作废：{view.withdrawal.reason}
        </Notice>
      )}
      <div className="split">
        <div className="stack">
          <Card title="内容" aside={<span className="muted small">{view.basis.join('、')}</span>}>
            <Facts items={view.fields.map(({ name, value }) => ({ label: name, value: <span className="document-value">{value}</span> }))} />
          </Card>
          {view.outward ? <Services view={view} today={today} onServe={(replaces) => setOpen({ dialog: 'serve', replaces })} /> : null}
        </div>
        <div className="stack">
          <Card title="文件">
            <div className="stack-s">
              {view.versions.map((version) => (
                <Files key={version.version} view={view} version={version} today={today} />
              ))}
            </div>
          </Card>
          {view.mayCorrect ? (
            <Card title="更正、作废">
              <div className="row">
                <Button onClick={() => setOpen({ dialog: 'correct' })}>更正，出新版本</Button>
                <Button kind="danger" onClick={() => setOpen({ dialog: 'withdraw' })}>
                  作废
                </Button>
              </div>
            </Card>
          ) : null}
        </div>
      </div>
      {open?.dialog === 'correct' ? <CorrectDialog view={view} onClose={close} /> : null}
      {open?.dialog === 'withdraw' ? <WithdrawDialog view={view} onClose={close} /> : null}
      {open?.dialog === 'serve' ? <ServiceDialog view={view} replaces={open.replaces} onClose={close} /> : null}
    </div>
  );
}

function Files({ view, version, today }: { readonly view: DocumentView; readonly version: VersionView; readonly today: string }) {
  return (
    <div className="document-version">
      <div>
        <span className="strong">第 {version.version} 版</span>{' '}
        <span className="muted">
          {day(version.madeOn, today)} {version.madeBy}，{version.pages} 页
        </span>{' '}
        {version.unmasked ? <Tag>印有完整身份证号</Tag> : null}
      </div>
      {version.reason === null ? null : <p>更正原因：{version.reason}</p>}
      {version.missing.length === 0 ? null : <Notice tone="warn">PDF 字体里没有这些字，印成了〓：{version.missing.join(' ')}。请用 Word 版打印。</Notice>}
      <div className="row">
        <FileLink small href={fileAddress(view.id, version.version, 'pdf')}>
          下载 PDF<span className="vh">，第 {version.version} 版</span>
        </FileLink>
        {view.mayEdit ? (
          <FileLink small href={fileAddress(view.id, version.version, 'docx')}>
            下载 Word 版<span className="vh">，第 {version.version} 版</span>
          </FileLink>
        ) : null}
      </div>
      <details className="document-hash">
        <summary>文件校验值（盖电子印章时核对）</summary>
        <p>PDF SHA-256 {version.pdfSha256}</p>
        {view.mayEdit ? <p>Word SHA-256 {version.docxSha256}</p> : null}
      </details>
    </div>
  );
}

function Services({ view, today, onServe }: { readonly view: DocumentView; readonly today: string; readonly onServe: (replaces: ServiceView | null) => void }) {
  return (
    <Card
      title="送达"
      aside={
        view.mayServe ? (
          <Button kind="primary" onClick={() => onServe(null)}>
            登记送达
          </Button>
        ) : null
      }
    >
      {view.services.length === 0 ? <p className="muted">还没有送达。送达后在这里登记，期限从生效日起算。</p> : null}
      <Timeline
        items={view.services.map((service) => ({
          key: service.id,
          title: (
            <>
              {service.mannerName}
              {service.version === view.version ? '' : `（第 ${service.version} 版）`} {service.replaced ? <Tag>已更正</Tag> : null}
            </>
          ),
          meta: `${day(service.doneOn, today)}送达，${day(service.effectiveOn, today)}生效；${service.recordedBy}登记`,
          note: [
            ['收件人', service.receiver],
            ['见证人', service.witness],
            ['地点', service.place],
            ['凭证', service.proof],
            ['确认书', service.consent],
          ]
            .flatMap(([label, value]) => (value === null ? [] : [`${label}：${value}`]))
            .join('；'),
          children:
            view.mayServe && !service.replaced ? (
              <Button small kind="quiet" onClick={() => onServe(service)}>
                登记错了，更正
              </Button>
            ) : null,
        }))}
      />
    </Card>
  );
}
