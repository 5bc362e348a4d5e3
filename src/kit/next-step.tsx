import './next-step.css';
import { type ReactNode, useId } from 'react';

export interface NextStepProps {
  /** 下一步：核实整改材料 */
  readonly title: string;
  readonly says?: ReactNode;
  /** One button, the step to take. */
  readonly primary?: ReactNode;
  readonly others?: ReactNode;
  /** Usually a LawNote. */
  readonly basis?: ReactNode;
  readonly shut?: readonly { readonly label: string; readonly why: string }[];
}

/** The next step is a panel, not a menu: one primary button, what it rests on, and why other steps are closed. */
export function NextStep({ title, says, primary, others, basis, shut = [] }: NextStepProps) {
  const id = useId();
  return (
    <section className="next-step no-print" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {says ? <div>{says}</div> : null}
      {primary || others ? (
        <div className="next-step-acts">
          {primary}
          {others ? <div className="next-step-others">{others}</div> : null}
        </div>
      ) : null}
      {basis}
      {shut.length > 0 ? (
        <ul className="next-step-shut small" aria-label="现在不能办的">
          {shut.map((step) => (
            <li key={step.label}>
              <b>{step.label}</b>：{step.why}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
