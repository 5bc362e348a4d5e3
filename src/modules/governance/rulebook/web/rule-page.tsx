import './rules-page.css';
import { Card, Facts, Notice } from '#kit/card.tsx';
import { BarChart } from '#kit/chart.tsx';
import { count, month as monthWord } from '#kit/format.ts';
import { LawNote } from '#kit/law-note.tsx';
import { Link } from '#kit/link.tsx';
import { PageHead } from '#kit/page-head.tsx';
import { LevelTag, Tag } from '#kit/tag.tsx';
import { withUnit } from '#kit/units.ts';
import { useToday } from '#modules/office/accounts/web/index.ts';
import type { Fired, RuleAnswer, RulePage } from '../domain/wire.ts';
import { Consequences, Derivation, Missing, Parameters, Values } from './answer-parts.tsx';
import { LawPage } from './law-page.tsx';
import { Trial } from './trial.tsx';

/** One rule: its articles, how we read them, its numbers here, what may follow, how often it fired, and a place to try it. */
export default function RulePageScreen() {
  return (
    <LawPage<RulePage> part="rules" called="规则">
      {(rule) => <Shown rule={rule} />}
    </LawPage>
  );
}

function Shown({ rule }: { readonly rule: RulePage }) {
  return (
    <div className="stack">
      <PageHead
        title={rule.title}
        sub={
          <>
            {rule.code} · {rule.chapter} · {rule.isSwept ? `每天自动查每个${rule.subject}` : '按一件事填事实判断'}
          </>
        }
      />
      {rule.unused === null ? null : <Notice>本地不用这条规则：{rule.unused}</Notice>}
      {rule.needsLegalReview ? <Notice tone="warn">这条规则的条文还要法制人员核对，核对前只作提醒。</Notice> : null}
      <Card title="条文" aside={<Tag>{rule.evidenceMeans}</Tag>}>
        <div className="stack">
          <LawNote articles={rule.articles} open />
          {rule.interpretation === null ? null : <p>怎么理解：{rule.interpretation}</p>}
        </div>
      </Card>
      {rule.consequences.length > 0 ? (
        <Card title="可能的后果">
          <Consequences consequences={rule.consequences} />
        </Card>
      ) : null}
      <Card title="参数" flush={rule.parameters.length > 0}>
        <Parameters parameters={rule.parameters} place={rule.place} />
      </Card>
      {rule.isSwept ? <FiredCard code={rule.code} fired={rule.fired} /> : null}
      <Trial<RuleAnswer> path={`rules/${rule.code}`} fields={rule.facts} place={rule.place} on={rule.on} act="看规则怎么答">
        {(answer) => <Answer answer={answer} />}
      </Trial>
    </div>
  );
}

function FiredCard({ code, fired }: { readonly code: string; readonly fired: Fired }) {
  const today = useToday();
  return (
    <Card
      title="近十二个月在你的管辖范围内"
      aside={fired.open > 0 ? <Link to={`/warnings?rule=${encodeURIComponent(code)}`}>看在办的 {count(fired.open)} 件</Link> : null}
    >
      {fired.raised === 0 ? (
        <p className="muted">没有发出过预警。</p>
      ) : (
        <div className="stack">
          <Facts
            items={[
              { label: '发出', value: `${count(fired.raised)} 件` },
              { label: '在办', value: `${count(fired.open)} 件` },
              { label: '销号：属实', value: `${count(fired.true)} 件` },
              { label: '销号：数据原因', value: `${count(fired.data)} 件` },
              { label: '销号：误报', value: `${count(fired.falseAlarm)} 件` },
            ]}
          />
          {fired.months.length > 1 ? (
            <BarChart
              title="每月发出的预警"
              says={`近十二个月发出 ${fired.raised} 件，最多的一个月 ${Math.max(...fired.months.map((one) => one.raised))} 件`}
              labels={fired.months.map((one) => monthWord(one.month, today))}
              series={[{ name: '发出', values: fired.months.map((one) => one.raised) }]}
            />
          ) : null}
        </div>
      )}
    </Card>
  );
}

const TONES = { finding: 'bad', none: 'good', 'cannot-determine': 'warn', 'needs-person': 'warn', unused: 'plain' } as const;

function Answer({ answer }: { readonly answer: RuleAnswer }) {
  const today = useToday();
  const { finding } = answer;
  // What holds from today has no last day: a final award, a right to elect somebody.
  const isOnlyAHint = finding?.level === 0 && finding.dueOn === answer.on;
  return (
    <div className="stack">
      <Notice tone={finding === null ? TONES[answer.answer] : finding.level >= 3 ? 'bad' : finding.level === 0 ? 'plain' : 'warn'}>
        {finding === null ? null : <LevelTag level={finding.level} name={finding.levelName} />}{' '}
        {answer.answer === 'cannot-determine' ? '不能判断。' : answer.says}
      </Notice>
      <Missing missing={answer.missing} />
      {finding === null ? null : (
        <>
          <Facts
            items={[
              { label: '谁该办', value: finding.duty },
              ...(finding.owedTo === null ? [] : [{ label: '对谁', value: finding.owedTo }]),
              ...(finding.amountFen === '0' ? [] : [{ label: '金额', value: withUnit(finding.amountFen, 'fen', today) }]),
              ...(isOnlyAHint ? [] : [{ label: '最后一天', value: `${withUnit(finding.dueOn, 'date', today)}${finding.provisional ? '（暂计）' : ''}` }]),
              { label: '怎样才算消除', value: finding.clears },
            ]}
          />
          <Values values={finding.values} today={today} />
          <Derivation steps={answer.derivation} today={today} />
          <Consequences consequences={answer.consequences} />
        </>
      )}
    </div>
  );
}
