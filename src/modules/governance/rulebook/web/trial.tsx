import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, ApiProblem } from '#kit/api.ts';
import { Button } from '#kit/button.tsx';
import { Card, Notice } from '#kit/card.tsx';
import { DateInput } from '#kit/date-input.tsx';
import { Select } from '#kit/field.tsx';
import { Problem } from '#kit/states.tsx';
import type { FactField } from '#law/facts.ts';
import type { PlaceChoice } from '../domain/wire.ts';
import { type EnteredFacts, factsOf } from './entered.ts';
import { FactForm } from './fact-form.tsx';
import { useLaw } from './requests.ts';

export interface TrialProps<Answer> {
  /** `rules/DEP-01`, `calculators/deposit-due`. */
  readonly path: string;
  readonly fields: readonly FactField[];
  /** The place and day the page stands for. */
  readonly place: string;
  readonly on: string;
  readonly act: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** 填数试算: facts, a place and a day go in, the answer with its derivation comes out. Nothing is kept. */
export function Trial<Answer>({ path, fields, place, on, act, children }: TrialProps<Answer>) {
  const places = useLaw<readonly PlaceChoice[]>('places');
  const [values, setValues] = useState<EnteredFacts>({});
  const [profile, setProfile] = useState('');
  const [day, setDay] = useState(on);
  const asking = useMutation({
    mutationFn: () => api.post<Answer>(`/api/law/${path}/run`, { facts: factsOf(fields, values), on: day, ...(profile === '' ? {} : { profile }) }),
  });
  const problem = asking.error === null ? null : ApiProblem.of(asking.error);
  const isAboutFacts = problem?.code === 'facts-invalid';
  return (
    <Card title="填上数试一试">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate();
        }}
      >
        <div className="law-fields">
          <Select
            label="按哪里的参数"
            none={`${place}（本地）`}
            value={profile}
            choices={(places.data ?? []).filter(({ name }) => name !== place).map(({ id, name }) => ({ value: id, name }))}
            onChange={(event) => setProfile(event.target.value)}
          />
          <DateInput label="按哪一天" value={day} onDay={setDay} />
        </div>
        <FactForm
          fields={fields}
          values={values}
          onChange={setValues}
          {...(isAboutFacts && { faults: new Map(problem.fields.map(({ path: fact, says }) => [fact, says])) })}
        />
        <div className="row">
          <Button kind="primary" type="submit" busy={asking.isPending}>
            {act}
          </Button>
          <span className="muted small">不知道的可以空着。试算不保存任何东西。</span>
        </div>
      </form>
      <div aria-live="polite" className="law-answer">
        {isAboutFacts ? (
          <div role="alert">
            <Notice tone="bad">
              有 {problem.fields.length} 项填得不对，改好再试：{problem.fields.map(({ path: fact }) => fact).join('、')}。
            </Notice>
          </div>
        ) : null}
        {problem === null || isAboutFacts ? null : <Problem error={problem} kept="填写的内容还在。" />}
        {asking.data === undefined ? null : children(asking.data)}
      </div>
    </Card>
  );
}
