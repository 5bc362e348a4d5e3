import './open-api-page.css';
import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import { FileLink } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { type Column, Table } from '#kit/table.tsx';
import { Tag } from '#kit/tag.tsx';
import { useUrlState } from '#kit/url-state.ts';
import { type ApiDocument, curlOf, exampleOf, type FieldLine, fieldLines, type Operation, type Parameter, typeWords } from './document.ts';
import { SigningCard } from './signing-card.tsx';

/** 开放接口: every operation with its fields, examples and refusals, made from the document that the interface itself is checked against. */
export default function OpenApiPage() {
  const [url, change] = useUrlState();
  const doc = useQuery({ queryKey: ['open-api'], queryFn: ({ signal }) => api.get<ApiDocument>('/open/v1/openapi.json', undefined, signal) });
  const q = url.get('q') ?? '';
  return (
    <div className="stack">
      <PageHead
        title="开放接口"
        sub={doc.data ? `版本 ${doc.data.info.version}` : undefined}
        actions={
          <FileLink href="/open/v1/openapi.json" fileName="anxin-openapi.json">
            下载 OpenAPI 文档
          </FileLink>
        }
      />
      {doc.error ? <Problem error={doc.error} onRetry={() => void doc.refetch()} /> : null}
      {doc.data ? (
        <>
          <Card title="怎么用">
            <About text={doc.data.info.description} />
          </Card>
          <SigningCard />
          <Card title="权限" flush>
            <Table caption="权限一览" rows={doc.data['x-scopes']} keyOf={(row) => row.scope} columns={SCOPES} />
          </Card>
          <div className="no-print">
            <TextInput label="找操作" hint="名称、地址或字段" type="search" value={q} onChange={(event) => change({ q: event.target.value })} />
          </div>
          <Groups doc={doc.data} q={q} />
        </>
      ) : doc.error ? null : (
        <Skeleton lines={10} />
      )}
    </div>
  );
}

const SCOPES: readonly Column<ApiDocument['x-scopes'][number]>[] = [
  { key: 'scope', head: '权限', rowHead: true, cell: (row) => <code>{row.scope}</code> },
  { key: 'name', head: '名称', cell: (row) => row.name },
  { key: 'says', head: '包括', cell: (row) => row.says },
];

/** The document's own words: lines that begin with a dash are a list, as in Markdown. */
function About({ text }: { readonly text: string }) {
  const lines = text
    .replaceAll('`', '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return (
    <>
      {lines
        .filter((line) => !line.startsWith('- '))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <ul className="open-api-list">
        {lines
          .filter((line) => line.startsWith('- '))
          .map((line) => (
            <li key={line}>{line.slice(2)}</li>
          ))}
      </ul>
    </>
  );
}

function Groups({ doc, q }: { readonly doc: ApiDocument; readonly q: string }) {
  const all = Object.entries(doc.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const shown = all.filter(({ path, operation }) => `${path} ${JSON.stringify(operation)}`.toLowerCase().includes(q.toLowerCase()));
  if (shown.length === 0) return <Empty title={`没有和「${q}」有关的操作。`}>换一个词。</Empty>;
  return doc.tags
    .map((tag) => ({ tag, operations: shown.filter(({ operation }) => operation.tags.includes(tag.name)) }))
    .filter(({ operations }) => operations.length > 0)
    .map(({ tag, operations }) => (
      <Card key={tag.name} title={tag.name} aside={<span className="muted small">{tag.description}</span>} flush>
        {operations.map(({ path, method, operation }) => (
          <details key={operation.operationId} className="open-api-operation">
            <summary>
              <Tag tone={method === 'get' ? 'blue' : 'orange'}>{method.toUpperCase()}</Tag> <strong>{operation.summary}</strong>{' '}
              <span className="open-api-path muted">{path}</span>
            </summary>
            <div className="open-api-inside stack">
              <Told doc={doc} path={path} method={method} operation={operation} />
            </div>
          </details>
        ))}
      </Card>
    ));
}

function Told({ doc, path, method, operation }: { readonly doc: ApiDocument; readonly path: string; readonly method: string; readonly operation: Operation }) {
  const body = operation.requestBody?.content['application/json']?.schema;
  const answer = operation.responses['200']?.content?.['application/json']?.schema;
  const refusals = Object.entries(operation.responses).filter(([status]) => status !== '200');
  return (
    <>
      <p className="open-api-about">{operation.description}</p>
      {operation.parameters ? (
        <Card level={3} title="参数" flush>
          <Table
            caption={`${operation.summary}的参数`}
            rows={operation.parameters}
            keyOf={(row) => `${row.in} ${row.name}`}
            columns={parametersFor(doc)}
            stack
          />
        </Card>
      ) : null}
      {body ? (
        <Card level={3} title="请求内容" flush>
          <Table caption={`${operation.summary}的请求内容`} rows={fieldLines(doc, body)} keyOf={(row) => row.path} columns={FIELDS} stack />
        </Card>
      ) : null}
      <Card level={3} title="怎样调用">
        <pre className="open-api-code" tabIndex={0} aria-label={`${operation.summary}的调用示例`}>
          {curlOf(doc, window.location.origin, method, path, operation)}
        </pre>
      </Card>
      {answer ? (
        <Card level={3} title="成功的答复（200）" flush>
          <Table caption={`${operation.summary}的答复`} rows={fieldLines(doc, answer)} keyOf={(row) => row.path} columns={FIELDS} stack />
          <pre className="open-api-code" tabIndex={0} aria-label={`${operation.summary}的答复示例`}>
            {JSON.stringify(exampleOf(doc, answer), null, 2)}
          </pre>
        </Card>
      ) : null}
      <Card level={3} title="拒绝和失败" flush>
        <Table caption={`${operation.summary}的拒绝和失败`} rows={refusals} keyOf={([status]) => status} columns={REFUSALS} />
      </Card>
    </>
  );
}

const PLACES: Readonly<Record<string, string>> = { path: '地址', query: '查询', header: '请求头' };

function parametersFor(doc: ApiDocument): readonly Column<Parameter>[] {
  return [
    { key: 'name', head: '名称', rowHead: true, cell: (row) => <code>{row.name}</code> },
    { key: 'in', head: '在哪', cell: (row) => PLACES[row.in] ?? row.in },
    { key: 'type', head: '类型', cell: (row) => typeWords(doc, row.schema) },
    { key: 'required', head: '必填', cell: (row) => (row.required ? '必填' : '可不填') },
    { key: 'says', head: '说明', cell: (row) => row.description ?? row.schema.description ?? '' },
  ];
}

const FIELDS: readonly Column<FieldLine>[] = [
  { key: 'path', head: '字段', rowHead: true, cell: (row) => <code className="open-api-path">{row.path}</code> },
  { key: 'type', head: '类型', cell: (row) => row.type },
  { key: 'required', head: '必有', cell: (row) => (row.isRequired ? '必有' : '可没有') },
  { key: 'says', head: '说明', cell: (row) => row.says },
];

const REFUSALS: readonly Column<[string, Operation['responses'][string]]>[] = [
  { key: 'status', head: '状态码', rowHead: true, cell: ([status]) => status },
  { key: 'says', head: '什么时候', cell: ([, told]) => told.description },
];
