import './mapping-step.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Button, FileLink } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { ChoiceGroup, Radio, Select } from '#kit/field.tsx';
import { month as monthName } from '#kit/format.ts';
import { ErrorSummary } from '#kit/states.tsx';
import { Tag } from '#kit/tag.tsx';
import { DICTIONARIES } from '../domain/index.ts';
import type { ColumnGuess, ImportKind, ImportView } from '../domain/wire.ts';
import { ProjectPicker } from './project-picker.tsx';
import { importQuery, type MappingCommand, sendMapping, templateAddress } from './requests.ts';
import { KINDS } from './states.ts';

/** Two years back is as far as a month without a heading is asked after; older files carry the month in a column. */
const MONTHS_OFFERED = 24;

function monthsUntil(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => `${Math.floor((last - back) / 12)}-${String(((last - back) % 12) + 1).padStart(2, '0')}`);
}

/** Unsure columns first, then the sure ones, each in the order of the file. */
function unsureFirst(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  return [...columns].sort((a, b) => Number(a.sure) - Number(b.sure) || a.column - b.column);
}

/** The step for a file whose columns were not all recognised: the guesses with samples, and a choice beside each. */
export function MappingStep({ view, today }: { readonly view: ImportView; readonly today: string }) {
  const [asksKind, setAsksKind] = useState(view.kind === null);
  if (view.kind === null || asksKind) return <KindQuestion view={view} />;
  return (
    <>
      <p className="row">
        <span>按「{view.kindName}」读。</span>
        <Button kind="quiet" small onClick={() => setAsksKind(true)}>
          不是这种表，换一种
        </Button>
      </p>
      {view.mapping.length === 0 ? <NoHeadings kind={view.kind} /> : <Columns key={view.kind} view={view} kind={view.kind} today={today} />}
    </>
  );
}

function useSendMapping(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: MappingCommand) => sendMapping(id, command),
    onSuccess: (next) => queries.setQueryData(importQuery(id).queryKey, next),
  });
}

/** A file without a line of headings cannot be matched by choosing: it needs the line. */
function NoHeadings({ kind }: { readonly kind: ImportKind }) {
  return (
    <Card title="在表里补一行表头，再传">
      <p>
        第一行写上每一列的名字，例如：
        {DICTIONARIES[kind].needs.map((group) => DICTIONARIES[kind].columns.find((column) => column.key === group[0])?.name ?? '1 到 31 日').join('、')}。
      </p>
      <p className="row mapping-template">
        <FileLink href={templateAddress(kind)}>下载空表对照</FileLink>
      </p>
    </Card>
  );
}

function KindQuestion({ view }: { readonly view: ImportView }) {
  const [kind, setKind] = useState<ImportKind | null>(null);
  const mapping = useSendMapping(view.id);
  return (
    <Card title="这是哪一种表">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (kind !== null) mapping.mutate({ columns: [], kind });
        }}
      >
        <ChoiceGroup legend="从表头看不出来，选一种">
          {KINDS.map((choice) => (
            <Radio
              key={choice.kind}
              name="kind"
              value={choice.kind}
              checked={kind === choice.kind}
              onChange={() => setKind(choice.kind)}
              label={
                <>
                  {choice.name} <span className="muted">{choice.holds}</span>
                </>
              }
            />
          ))}
        </ChoiceGroup>
        <ErrorSummary error={mapping.error} title="没有读成" />
        <div className="row">
          <Button type="submit" kind="primary" busy={mapping.isPending} shutBecause={kind === null ? '还没选是哪一种' : null}>
            按这一种读
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Columns({ view, kind, today }: { readonly view: ImportView; readonly kind: ImportKind; readonly today: string }) {
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(() => new Map(view.mapping.map((guess) => [guess.column, guess.field ?? ''])));
  const [month, setMonth] = useState(view.month ?? '');
  const [project, setProject] = useState(view.project);
  const [showProblems, setShowProblems] = useState(false);
  const problemsRef = useRef<HTMLDivElement>(null);
  const mapping = useSendMapping(view.id);

  const taken = new Set(chosen.values());
  const mayNameMonth = kind === 'payroll' || kind === 'attendance';
  const asksMonth = mayNameMonth && !taken.has('month');
  const asksProject = kind !== 'ledger' && !['projectName', 'projectCode', 'accountNo'].some((key) => taken.has(key));
  const problems = problemsOf(kind, [...chosen.values()]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShowProblems(true);
    if (problems.length > 0) return requestAnimationFrame(() => problemsRef.current?.focus());
    mapping.mutate({
      columns: [...chosen].map(([column, field]) => ({ column, field: field === '' ? null : field })),
      kind,
      ...(asksMonth && month !== '' && { month }),
      ...(asksProject && project !== null && { projectId: project.id }),
    });
  };
  const unsure = view.mapping.filter((guess) => !guess.sure).length;
  const sureDays = view.mapping.filter((guess) => guess.sure && DAY.test(guess.field ?? ''));
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {showProblems && problems.length > 0 && (
        <div ref={problemsRef} tabIndex={-1} role="alert">
          <Notice tone="bad">
            <p className="strong">还差 {problems.length} 处</p>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {(asksMonth || asksProject) && (
        <Card title="这张表说的是">
          <div className="import-pair">
            {asksMonth && (
              <Select
                label="哪个月的"
                hint="表里没写月份时要选"
                none="表里写着"
                value={month}
                onChange={(event) => setMonth(event.target.value)}
                choices={monthsUntil(today).map((value) => ({ value, name: monthName(value, today) }))}
              />
            )}
            {asksProject && <ProjectPicker chosen={project} onChoose={setProject} />}
          </div>
        </Card>
      )}
      <Card title={`每一列是什么${unsure > 0 ? `，${unsure} 列要你看` : ''}`} flush>
        <ul className="column-guesses">
          {unsureFirst(view.mapping.filter((guess) => !sureDays.includes(guess))).map((guess) => (
            <ColumnLine
              key={guess.column}
              guess={guess}
              view={view}
              value={chosen.get(guess.column) ?? ''}
              onChoose={(field) => setChosen((before) => new Map(before).set(guess.column, field))}
            />
          ))}
        </ul>
        {sureDays.length > 0 && <p className="column-guess muted">另有 {sureDays.length} 列认出是每天的考勤。</p>}
      </Card>
      <ErrorSummary error={mapping.error} title="没有读成" />
      <div className="row">
        <Button type="submit" kind="primary" busy={mapping.isPending}>
          按这样对列，再读一遍
        </Button>
      </div>
    </form>
  );
}

const DAY = /^day-(\d+)$/;
/** A month grid has at least this many day columns. */
const DAYS_OF_A_GRID = 20;

/** What the choices lack before the file can be read: a needed field nobody has, or one field chosen twice. */
function problemsOf(kind: ImportKind, chosen: readonly string[]): readonly string[] {
  const { columns, needs } = DICTIONARIES[kind];
  const nameOf = (key: string) => columns.find((column) => column.key === key)?.name ?? '1 到 31 日';
  const has = (key: string) => (key === 'day' ? chosen.filter((field) => DAY.test(field)).length >= DAYS_OF_A_GRID : chosen.includes(key));
  const twice = columns.filter((column) => column.reads !== 'ignored' && chosen.filter((field) => field === column.key).length > 1);
  return [
    ...needs.filter((group) => !group.some(has)).map((group) => `还没有哪一列是${group.map((key) => `「${nameOf(key)}」`).join('或')}`),
    ...twice.map((column) => `「${column.name}」选了两列，留一列`),
  ];
}

/** The fields a column may be; a day of a month grid is offered where it was recognised. */
function choicesFor(guess: ColumnGuess, view: ImportView) {
  const day = DAY.exec(guess.field ?? '');
  return [
    ...(day === null || guess.field === null ? [] : [{ value: guess.field, name: `${day[1] ?? ''} 日` }]),
    ...view.fields.map((field) => ({ value: field.key, name: field.name })),
  ];
}

function ColumnLine({
  guess,
  view,
  value,
  onChoose,
}: {
  readonly guess: ColumnGuess;
  readonly view: ImportView;
  readonly value: string;
  readonly onChoose: (field: string) => void;
}) {
  const samples = guess.samples.filter((sample) => sample !== '').slice(0, 3);
  return (
    <li className="column-guess" data-sure={guess.sure}>
      <div className="column-guess-file">
        <p>
          <span className="strong">{guess.heading || `第 ${guess.column + 1} 列，没有表头`}</span> {!guess.sure && <Tag tone="orange">要你看</Tag>}
        </p>
        <p className="muted small">{samples.length === 0 ? '这一列是空的' : `例：${samples.join('，')}`}</p>
      </div>
      <Select
        hideLabel
        label={`「${guess.heading || `第 ${guess.column + 1} 列`}」是什么`}
        none="不要这一列"
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        choices={choicesFor(guess, view)}
      />
    </li>
  );
}
