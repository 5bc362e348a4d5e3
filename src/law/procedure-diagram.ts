import { inShort } from './citation.ts';
import { PARTIES } from './parties.ts';
import { periodInWords } from './procedure-run.ts';
import type { Procedure, Step } from './procedure.ts';

/** The procedure as a Mermaid state diagram: states with their Chinese names, steps with limit and article. */
export function diagramOf(procedure: Procedure): string {
  const ids = new Map(Object.keys(procedure.states).map((state, place) => [state, `s${place}`]));
  const id = (state: string) => ids.get(state) ?? '[*]';
  const lines = Object.entries(procedure.states).map(([state, { name }]) => `  state "${name}" as ${id(state)}`);
  for (const step of procedure.steps) {
    const froms = step.from.length === 0 ? ['[*]'] : step.from.map(id);
    for (const from of froms) lines.push(`  ${from} --> ${step.to === 'same' ? from : id(step.to)} : ${labelOf(step)}`);
  }
  for (const [state, { ends }] of Object.entries(procedure.states)) if (ends === true) lines.push(`  ${id(state)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

function labelOf(step: Step): string {
  return `${step.title}${step.within === undefined ? '' : `（${limitInWords(step)}）`}`.replaceAll(':', '：');
}

/** 「10 个工作日内」, 「满 10 个工作日后」. */
export function limitInWords(step: Step): string {
  if (step.within === undefined) return '';
  const period = periodInWords(step.within.period);
  if (step.within.kind === 'notice') return `提前 ${period}通知`;
  return step.within.kind === 'not-before' ? `满 ${period} 后` : `${period}内`;
}

/** The steps of a procedure as a table: from, step, to, by whom, limit, documents, article, evidence. */
export function stepTable(procedure: Procedure): string {
  const nameOfState = (state: string) => procedure.states[state]?.name ?? '';
  const rows = procedure.steps.map((step) =>
    [
      step.from.length === 0 ? '（起点）' : step.from.map(nameOfState).join('、'),
      step.title,
      step.to === 'same' ? '（不变）' : nameOfState(step.to),
      step.by.map((party) => PARTIES[party]).join('、'),
      limitInWords(step),
      step.produces.map((name) => `《${name}》`).join(''),
      step.basis.map(inShort).join('、'),
      step.evidence,
    ].join(' | '),
  );
  return ['| 自 | 步骤 | 至 | 由谁 | 期限 | 文书 | 依据 | 依据核对 |', '|---|---|---|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
}
