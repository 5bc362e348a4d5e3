import './rules-page.css';
import { Card } from '#kit/card.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Tag } from '#kit/tag.tsx';
import type { ProcedurePage } from '../domain/wire.ts';
import { LawPage } from './law-page.tsx';

type Step = ProcedurePage['steps'][number];

/** 办理流程: from each state, what may be done next, by whom, until when, and which paper it makes. */
export default function ProcedurePageScreen() {
  return (
    <LawPage<ProcedurePage> part="procedures" called="办理流程">
      {(procedure) => <Shown procedure={procedure} />}
    </LawPage>
  );
}

function Shown({ procedure: { title, states, steps } }: { readonly procedure: ProcedurePage }) {
  const begins = steps.filter((step) => step.from.length === 0);
  return (
    <div className="stack">
      <PageHead title={title} sub={`${states.length} 个状态，${steps.length} 个步骤。没有列出的做法都不允许。`} />
      <Card title="从这里开始" flush>
        <Steps steps={begins} />
      </Card>
      {states.map((state) => {
        const next = steps.filter((step) => step.from.includes(state.name));
        return (
          <Card key={state.code} title={state.name} aside={state.ends ? <Tag tone="green">到此结束</Tag> : null} flush={next.length > 0}>
            {next.length === 0 ? <p className="muted">不再有下一步。</p> : <Steps steps={next} />}
          </Card>
        );
      })}
    </div>
  );
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ul className="rule-list">
      {steps.map((step) => (
        <li key={step.code}>
          <div className="rule-head">
            <h3>
              {step.title}
              <span className="muted"> → {step.to ?? '状态不变'}</span>
            </h3>
            {step.limit === null ? null : <Tag>{step.limit}</Tag>}
          </div>
          <p className="muted">
            {step.by.join('、')}
            {step.produces.length > 0 ? `，出 ${step.produces.map((name) => `《${name}》`).join('')}` : ''}
            {step.missed === null ? '' : `。逾期：${step.missed}`}
          </p>
          <p className="muted small">
            依据：{step.basis}
            {step.interpretation === null ? '' : `。怎么理解：${step.interpretation}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
