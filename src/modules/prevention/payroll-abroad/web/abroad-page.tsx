import { useState } from 'react';
import { ApiProblem, withQuery } from '#kit/api.ts';
import { Button, FileLink } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { Select, TextArea, TextInput } from '#kit/field.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { useScreenParams } from '#kit/screens.ts';
import { Problem } from '#kit/states.tsx';
import { Table } from '#kit/table.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { useMe } from '#modules/office/accounts/web/index.ts';
import { ABROAD_FORMATS, type AbroadFormat, FORMAT_FORMS } from '../domain/index.ts';

/** 其他国家的工资文件: what our records lack is typed here for one file, sent once and kept nowhere. */
export default function AbroadPage() {
  const { projectId = '' } = useScreenParams();
  const { today } = useMe();
  const [url, setUrl] = useUrlState();
  const format = ABROAD_FORMATS.find((each) => each === url.get('format')) ?? 'uae-sif';
  const form = FORMAT_FORMS[format];
  const month = url.get('month') ?? today.slice(0, 7);
  const weekEnding = url.get('week') ?? today;
  const span = form.span === 'month' ? { month } : { weekEnding };
  return (
    <div className="stack">
      <PageHead title="其他国家的工资文件" sub="按各国的字段规则写，写完再用独立的读法复核；缺什么说清是谁、哪一项" />
      <Card title="哪一种">
        <div className="stack-s">
          <Select
            label="文件"
            value={format}
            onChange={(event) => setUrl({ format: event.target.value })}
            choices={ABROAD_FORMATS.map((each) => ({ value: each, name: FORMAT_FORMS[each].name }))}
          />
          {form.span === 'month' ? (
            <TextInput label="月份" type="month" value={month} onChange={(event) => setUrl({ month: event.target.value })} />
          ) : (
            <TextInput label="一周的最后一天" type="date" value={weekEnding} onChange={(event) => setUrl({ week: event.target.value })} />
          )}
          {format === 'wh-347' && (
            <Notice tone="warn">
              写出来的是按 WH-347（2025 年 1 月版）各栏排的 .xlsx，不是官方表格；第二页六项声明的措辞由本软件拟写。签署、报送前请逐字对照官方现行表格。官方 PDF
              没有可填的域，这里不另做 PDF，用表格软件打印（US Letter 横向）即可。
            </Notice>
          )}
          <Notice>工资表里的金额要本来就是 {form.currency}，这里不换算。考勤要按日记。下面补充的内容只用于这一份文件，不保存。</Notice>
        </div>
      </Card>
      <Supplement key={format} projectId={projectId} format={format} span={span} />
    </div>
  );
}

function Supplement({
  projectId,
  format,
  span,
}: {
  readonly projectId: string;
  readonly format: AbroadFormat;
  readonly span: Readonly<Record<string, string>>;
}) {
  const form = FORMAT_FORMS[format];
  const [head, setHead] = useState<Readonly<Record<string, string>>>({});
  const [workers, setWorkers] = useState('');
  const [purpose, setPurpose] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const address = `/api/projects/${projectId}/payroll-abroad/${format}`;
  const write = async () => {
    setBusy(true);
    setProblem(null);
    setSaved(null);
    try {
      setSaved(await fetchFile(address, { ...span, head, workers, purpose: purpose.trim() }));
    } catch (thrown) {
      setProblem(ApiProblem.of(thrown));
    }
    setBusy(false);
  };
  return (
    <>
      <Card title="表头要补充的">
        <div className="stack-s">
          {form.head.map((field) => (
            <TextInput
              key={field.key}
              label={field.name}
              hint={field.form}
              optional={!field.isRequired}
              autoComplete="off"
              value={head[field.key] ?? ''}
              error={head[field.key] !== undefined && head[field.key] !== '' && !field.isSound(head[field.key] ?? '') ? `应为${field.form}` : null}
              onChange={(event) => setHead((before) => ({ ...before, [field.key]: event.target.value }))}
            />
          ))}
        </div>
      </Card>
      <Card title="每个工人要补充的">
        <div className="stack-s">
          <p>
            先下载补充表，在表格软件里填好，全选、复制，粘贴到下面。第一列人员编号不要改。{' '}
            <FileLink small href={withQuery(`${address}/supplement`, span)}>
              下载补充表
            </FileLink>
          </p>
          <TextArea label="粘贴补充表" rows={8} value={workers} onChange={(event) => setWorkers(event.target.value)} spellCheck={false} autoComplete="off" />
          <TextArea label="用途" hint="写进审计" value={purpose} onChange={(event) => setPurpose(event.target.value)} />
          <Button kind="primary" busy={busy} shutBecause={purpose.trim().length < 4 ? '先写用途，至少四个字' : null} onClick={() => void write()}>
            写{form.name}文件
          </Button>
          {saved !== null && <Notice tone="good">已写好并复核：{saved}</Notice>}
          {problem !== null && <Problem error={problem} kept="填写的内容还在本页。" />}
          {problem !== null && problem.fields.length > 0 && (
            <Table
              caption="要补的和要改的"
              stack
              rows={problem.fields}
              keyOf={(field) => `${field.path}${field.says}`}
              columns={[
                { key: 'path', head: '谁、哪一项', rowHead: true, cell: (field) => field.path },
                { key: 'says', head: '怎么办', cell: (field) => field.says },
              ]}
            />
          )}
        </div>
      </Card>
    </>
  );
}

/** Posts, and hands the answer to the browser as a file; its name is the one the format asks for. */
async function fetchFile(path: string, body: unknown): Promise<string> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
