import './rules-page.css';
import { useEffect } from 'react';
import { Card } from '#kit/card.tsx';
import { Select, TextInput } from '#kit/field.tsx';
import { count } from '#kit/format.ts';
import { inOneLine } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { Tag } from '#kit/tag.tsx';
import { useTell } from '#kit/toast.tsx';
import { useUrlState } from '#kit/url-state.ts';
import type { CalculatorSummary, InstrumentSummary, ProcedureSummary, RuleSummary } from '../domain/wire.ts';
import { DuePanel } from './due-panel.tsx';
import { useLaw } from './requests.ts';

const TABS = [
  { key: 'rules', label: '规则' },
  { key: 'calculators', label: '计算器' },
  { key: 'due', label: '算期限' },
  { key: 'procedures', label: '办理流程' },
  { key: 'statutes', label: '法规条文' },
];

/** 法规与规则: what binds, in words that can be searched, and each part of it to be tried with numbers. */
export default function RulesPage() {
  const [url, change] = useUrlState();
  const tab = TABS.some(({ key }) => key === url.get('tab')) ? (url.get('tab') ?? 'rules') : 'rules';
  return (
    <div className="stack">
      <PageHead title="法规与规则" sub="每条规则都能看条文、看参数、填上数试算。" />
      <Tabs label="法规与规则" tabs={TABS} selected={tab} onSelect={(key) => change({ tab: key === 'rules' ? null : key, q: null, chapter: null })}>
        <div className="law-tab">
          {tab === 'rules' ? <Rules /> : null}
          {tab === 'calculators' ? <Calculators /> : null}
          {tab === 'due' ? <DuePanel /> : null}
          {tab === 'procedures' ? <Procedures /> : null}
          {tab === 'statutes' ? <Statutes /> : null}
        </div>
      </Tabs>
    </div>
  );
}

function Rules() {
  const [url, change] = useUrlState();
  const q = url.get('q') ?? '';
  const chapter = url.get('chapter') ?? '';
  const rules = useLaw<readonly RuleSummary[]>('rules');
  const all = rules.data ?? [];
  const shown = all.filter((rule) => (chapter === '' || rule.chapter === chapter) && matches(rule, q));
  const chapters = [...new Set(all.map((rule) => rule.chapter))];
  const { announce } = useTell();
  const isLoaded = rules.data !== undefined;
  useEffect(() => {
    if (isLoaded && q !== '') announce(`找到 ${shown.length} 条规则`);
  }, [isLoaded, q, shown.length, announce]);
  if (rules.error) return <Problem error={rules.error} onRetry={() => void rules.refetch()} />;
  return (
    <div className="stack">
      <div className="rules-search">
        <TextInput label="找规则" hint="编号、名称、法规或条文里的词" type="search" value={q} onChange={(event) => change({ q: event.target.value })} />
        <Select
          label="哪一类"
          hint="按规则目录的章"
          none="全部"
          value={chapter}
          choices={chapters.map((name) => ({ value: name, name }))}
          onChange={(event) => change({ chapter: event.target.value })}
        />
      </div>
      {rules.isPending ? (
        <Card>
          <Skeleton lines={10} />
        </Card>
      ) : shown.length === 0 ? (
        <Card>
          <Empty title={`没有和「${q}」有关的规则。`}>换一个词，或只写编号的前几个字母。</Empty>
        </Card>
      ) : (
        <>
          <p className="muted">{shown.length === all.length ? `共 ${count(all.length)} 条` : `${count(shown.length)} 条，共 ${count(all.length)} 条`}</p>
          {chapters
            .filter((name) => shown.some((rule) => rule.chapter === name))
            .map((name) => (
              <Card key={name} title={name} flush>
                <ul className="rule-list">
                  {shown
                    .filter((rule) => rule.chapter === name)
                    .map((rule) => (
                      <Rule key={rule.code} rule={rule} />
                    ))}
                </ul>
              </Card>
            ))}
        </>
      )}
    </div>
  );
}

function Rule({ rule }: { readonly rule: RuleSummary }) {
  return (
    <li>
      <div className="rule-head">
        <h3>
          <span className="muted">{rule.code}</span>　<Link to={`/rules/${rule.code}`}>{rule.title}</Link>
        </h3>
        {rule.open > 0 ? <Link to={`/warnings?rule=${encodeURIComponent(rule.code)}`}>在办 {count(rule.open)} 件</Link> : null}
      </div>
      <p className="muted small">
        {rule.isSwept ? `每天自动查每个${rule.subject}` : '按一件事填事实判断'}　{inOneLine(rule.articles)}
        {rule.needsLegalReview ? (
          <>
            {' '}
            <Tag>条文待法制审核</Tag>
          </>
        ) : null}
      </p>
    </li>
  );
}

function matches(rule: RuleSummary, q: string): boolean {
  const words = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    rule.code,
    ...rule.warns,
    rule.title,
    ...rule.articles.flatMap((article) => [article.instrument, article.fullTitle, article.article, article.text ?? article.gist ?? '']),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

function Calculators() {
  const calculators = useLaw<readonly CalculatorSummary[]>('calculators');
  if (calculators.error) return <Problem error={calculators.error} onRetry={() => void calculators.refetch()} />;
  return (
    <Card flush>
      {calculators.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <ul className="rule-list">
          {calculators.data.map(({ code, title, about }) => (
            <li key={code}>
              <h2 className="rule-title">
                <Link to={`/calculators/${code}`}>{title}</Link>
              </h2>
              <p className="muted">{about}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Procedures() {
  const procedures = useLaw<readonly ProcedureSummary[]>('procedures');
  if (procedures.error) return <Problem error={procedures.error} onRetry={() => void procedures.refetch()} />;
  return (
    <Card flush>
      {procedures.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <ul className="rule-list">
          {procedures.data.map(({ code, title, states, steps }) => (
            <li key={code} className="rule-head">
              <h2 className="rule-title">
                <Link to={`/procedures/${code}`}>{title}</Link>
              </h2>
              <span className="muted">
                {states} 个状态，{steps} 个步骤
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Statutes() {
  const statutes = useLaw<readonly InstrumentSummary[]>('instruments');
  if (statutes.error) return <Problem error={statutes.error} onRetry={() => void statutes.refetch()} />;
  return (
    <Card flush>
      {statutes.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <ul className="rule-list">
          {statutes.data.map((one) => (
            <li key={one.key}>
              <h2 className="rule-title">
                <Link to={`/statutes/${encodeURIComponent(one.key)}`}>{one.title}</Link>
              </h2>
              <p className="muted">
                {one.number}，{one.inForceFrom} 起施行。收录 {one.held} 条{one.articleCount === null ? '' : `（全文 ${one.articleCount} 条）`}，{one.rules}{' '}
                条有规则引用。
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
