import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, FileLink } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { FileDrop } from '#kit/file-drop.tsx';
import { day } from '#kit/format.ts';
import { PageHead } from '#kit/page-head.tsx';
import { ErrorSummary, Problem, Skeleton } from '#kit/states.tsx';
import { useTell } from '#kit/toast.tsx';
import { useMe } from '../../accounts/web/index.ts';
import type { TemplateView } from '../domain/wire.ts';
import { restoreTemplate, sendTemplate, templatesQuery } from './requests.ts';
import './documents.css';

const MOST_BYTES = 4 * 1024 * 1024;

/** 文书模板: which one is in force for each kind; fetched, changed in Word, sent back. */
export default function TemplatesPage() {
  const asked = useQuery(templatesQuery);
  return (
    <div className="stack">
      <PageHead title="文书模板" sub="下载后在 Word 或 WPS 里改，花括号里的字段名不要改；传回来从下一份文书起用，以前的文书不变" />
      {asked.isError ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.isPending ? <Skeleton lines={10} /> : null}
      {(asked.data?.items ?? []).map((template) => (
        <Template key={template.kind} template={template} />
      ))}
    </div>
  );
}

function Template({ template }: { readonly template: TemplateView }) {
  const { may, today } = useMe();
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const queries = useQueryClient();
  const { tell } = useTell();
  const send = useMutation({
    mutationFn: (file: File | null) => (file === null ? restoreTemplate(template.kind) : sendTemplate(template.kind, file)),
    onSuccess: (taken, file) => {
      setAbsent(taken.absent);
      tell(file === null ? `${template.kindName}用回系统自带的模板` : `${template.kindName}换成了新模板`);
      return queries.invalidateQueries({ queryKey: ['documents', 'templates'] });
    },
  });
  const { inForce } = template;
  const address = `/api/document-templates/${template.kind}/file.docx`;
  return (
    <Card
      title={template.kindName}
      aside={<span className="muted">{inForce.version === null ? '系统自带' : `${inForce.placeName}第 ${inForce.version} 版`}</span>}
    >
      <div className="stack-s">
        <ErrorSummary error={send.error} title="模板没有换" />
        {absent.length > 0 ? <Notice tone="warn">新模板没有这些字段，请确认是有意去掉的：{absent.join('、')}。</Notice> : null}
        {inForce.version === null ? null : (
          <p className="muted">
            {inForce.fileName}，{inForce.madeBy}于{day(inForce.on ?? today, today)}上传
          </p>
        )}
        <div className="row">
          <FileLink small href={address}>
            下载模板<span className="vh">：{template.kindName}</span>
          </FileLink>
          {inForce.version === null ? null : (
            <FileLink small href={`${address}?own=1`}>
              下载系统自带的<span className="vh">：{template.kindName}</span>
            </FileLink>
          )}
          {template.isOwn && may.includes('document.template') ? (
            <Button small busy={send.isPending} onClick={() => send.mutate(null)}>
              用回系统自带的<span className="vh">：{template.kindName}</span>
            </Button>
          ) : null}
        </div>
        {may.includes('document.template') ? (
          <FileDrop
            label={`换${template.kindName}的模板`}
            hint=".docx，不超过 4 MB，不带宏"
            accept=".docx"
            small
            maxBytes={MOST_BYTES}
            onFiles={([file]) => file && send.mutate(file)}
          />
        ) : null}
        <details>
          <summary>能用的字段</summary>
          <p className="document-names">
            {template.fields.map((name) => (
              <code key={name}>{`{${name}}`}</code>
            ))}
          </p>
        </details>
      </div>
    </Card>
  );
}
