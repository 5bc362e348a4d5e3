import './rules-page.css';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { LawNote } from '#kit/law-note.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { Tag } from '#kit/tag.tsx';
import { withUnit } from '#kit/units.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { CalculatorAnswer, CalculatorPage } from '../domain/wire.ts';
import { Derivation, Missing, Parameters } from './answer-parts.tsx';
import { LawPage } from './law-page.tsx';
import { Trial } from './trial.tsx';

/** 计算器: facts in, a sheet out that shows every step with its article. */
export default function CalculatorPageScreen() {
  return (
    <LawPage<CalculatorPage> part="calculators" called="计算器">
      {(calculator) => <Shown calculator={calculator} />}
    </LawPage>
  );
}

function Shown({ calculator }: { readonly calculator: CalculatorPage }) {
  return (
    <div className="stack">
      <PageHead title={calculator.title} sub={calculator.about} />
      <Trial<CalculatorAnswer> path={`calculators/${calculator.code}`} fields={calculator.facts} place={calculator.place} on={calculator.on} act="算出来">
        {(answer) => <Reckoned answer={answer} />}
      </Trial>
      <Card title="条文" aside={<Tag>{calculator.evidenceMeans}</Tag>}>
        <div className="stack">
          <LawNote articles={calculator.articles} />
          {calculator.interpretation === null ? null : <p>怎么理解：{calculator.interpretation}</p>}
        </div>
      </Card>
      <Card title="参数" flush={calculator.parameters.length > 0}>
        <Parameters parameters={calculator.parameters} place={calculator.place} />
      </Card>
    </div>
  );
}

function Reckoned({ answer }: { readonly answer: CalculatorAnswer }) {
  const today = useToday();
  return (
    <div className="stack">
      {answer.question === null ? null : <Notice tone="warn">要由人判断：{answer.question}</Notice>}
      <Missing missing={answer.missing} />
      {answer.answer === 'reckoned' ? (
        <>
          <Facts
            items={answer.results.map(({ label, value, unit }) => ({ label, value: <span className="law-result">{withUnit(value, unit, today)}</span> }))}
          />
          <Derivation steps={answer.steps} today={today} />
          {answer.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {answer.provisional ? <Notice tone="warn">跨到了还没有公布放假安排的年份，只能暂计，公布后要重算。</Notice> : null}
        </>
      ) : null}
    </div>
  );
}
