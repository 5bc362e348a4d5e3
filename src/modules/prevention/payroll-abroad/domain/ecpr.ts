import { ECPR_DEDUCTIONS } from './formats.ts';
import { decimal, hundredths, problemsOf, twice } from './supplement.ts';
import type { AbroadPayroll, AbroadProblem, AbroadText, Built, Supplement } from './types.ts';
import { isWeek, weekOf } from './week.ts';

/** eCPR takes 500 employees a file. */
export const ECPR_EMPLOYEES = 500;
export const ECPR_NAMESPACE = 'http://www.dir.ca.gov/PWCR/CPR';

/** California DIR certified payroll, XML v1.3. A week without work is filed too: `statementOfNP` is true and nobody is listed. */
export function ecpr(payroll: AbroadPayroll, supplement: Supplement): Built<AbroadText> {
  const asked = problemsOf('ecpr', payroll, supplement);
  const { weekEnding } = payroll;
  if (asked.length > 0 || weekEnding === null)
    return { ok: false, problems: asked.length > 0 ? asked : [{ worker: null, field: '周', says: '没有选周末日期。' }] };
  if (payroll.workers.length > ECPR_EMPLOYEES)
    return {
      ok: false,
      problems: [{ worker: null, field: '人数', says: `${payroll.workers.length} 人，一份 eCPR 最多 ${ECPR_EMPLOYEES} 人。请按分包单位分开导出。` }],
    };
  const { head } = supplement;
  const problems: AbroadProblem[] = [...twice(payroll, supplement, 'ssn', 'SSN')];
  const employees = payroll.workers.map((worker) => {
    const typed = supplement.workers.get(worker.id) ?? {};
    const week = weekOf(worker, weekEnding, head['hoursPerDay'] ?? '', typed);
    if (!isWeek(week)) {
      problems.push(...week);
      return '';
    }
    const all = hundredths(typed['grossAllWork']);
    const deducted = ECPR_DEDUCTIONS.reduce((sum, key) => sum + hundredths(typed[key]), 0n);
    if (all < week.grossThisProject)
      problems.push({ worker: worker.name, field: '本周全部工作总收入', says: `${decimal(all)} 少于本项目的 ${decimal(week.grossThisProject)}。` });
    if (deducted > all) problems.push({ worker: worker.name, field: '扣款', says: `合计 ${decimal(deducted)}，多于总收入 ${decimal(all)}。` });
    const days = week.days.map(
      (day, at) =>
        `<day id="${at + 1}">${leaf('date', day.on)}${leaf('straightTime', decimal(day.straight))}${leaf('overtime', decimal(day.overtime))}${leaf('doubletime', decimal(day.double))}</day>`,
    );
    return `<employee>${`<name id="SSN">${escaped(`${typed['firstName']} ${typed['lastName']}`)}</name>`}${address(typed)}${leaf('ssn', typed['ssn'])}${leaf('numWithholdingExemp', typed['exemptions'])}${leaf('workClass', typed['classification'])}<payroll><hrsWorkedEachDay>${days.join('')}</hrsWorkedEachDay>${rates('totHrs', week.total.straight, week.total.overtime, week.total.double)}${rates('hrlyPayRate', hundredths(typed['rate']), hundredths(typed['overtimeRate']), hundredths(typed['doubletimeRate']))}<grossAmountEarned>${leaf('thisProject', decimal(week.grossThisProject))}${leaf('allWork', decimal(all))}</grossAmountEarned><deductionsContribPay>${ECPR_DEDUCTIONS.map((key) => leaf(key, decimal(hundredths(typed[key])))).join('')}${leaf('total', decimal(deducted))}${leaf('notes', typed['notes'] ?? '')}</deductionsContribPay>${leaf('netWagePaidWeek', decimal(all - deducted))}${leaf('checkNum', typed['checkNum'])}</payroll></employee>`;
  });
  if (problems.length > 0) return { ok: false, problems };
  const contractor = `<contractorInfo>${leaf('contractorName', head['contractorName'])}<contractorLicense>${leaf('licenseType', head['licenseType'])}${leaf('licenseNum', head['licenseNum'])}</contractorLicense>${leaf('contractorPWCR', head['pwcr'])}${leaf('contractorFEIN', head['fein'])}<contractorAddress>${place(head)}</contractorAddress>${leaf('insuranceNum', head['insuranceNum'])}${leaf('contractorEmail', head['email'])}</contractorInfo>`;
  // Several fields are filled by the department and are written empty.
  const project = `<projectInfo>${leaf('awardingBody', '')}${leaf('contractAgencyID', '')}${leaf('contractAgency', '')}${leaf('projectName', '')}${leaf('projectID', head['projectId'])}${leaf('awardingBodyID', head['awardingBodyId'] ?? '')}${leaf('projectNum', head['projectNum'] ?? '')}${leaf('contractID', head['contractId'] ?? '')}${leaf('projectLocation', '')}</projectInfo>`;
  const didNotWork = payroll.workers.every((worker) => worker.fullDays.length + worker.halfDays.length === 0);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<CPR:eCPR xmlns:CPR="${ECPR_NAMESPACE}">${contractor}${project}<payrollInfo>${leaf('statementOfNP', String(didNotWork))}${leaf('payrollNum', '')}${leaf('amendmentNum', '')}${leaf('forWeekEnding', weekEnding)}<employees>${didNotWork ? '' : employees.join('')}</employees></payrollInfo></CPR:eCPR>\n`;
  return { ok: true, value: { fileName: `${(head['fein'] ?? '').slice(-4)}_${head['projectId']}_${weekEnding}.xml`, text } };
}

function address(typed: Readonly<Record<string, string>>): string {
  return `<address>${place(typed)}</address>`;
}

function place(fields: Readonly<Record<string, string>>): string {
  return `${leaf('street', fields['street'])}${leaf('city', fields['city'])}${leaf('state', fields['state'])}${leaf('zip', fields['zip'])}`;
}

function rates(name: string, straight: bigint, overtime: bigint, double: bigint): string {
  return `<${name}>${leaf('straightTime', decimal(straight))}${leaf('overtime', decimal(overtime))}${leaf('doubletime', decimal(double))}</${name}>`;
}

function leaf(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? `<${name}/>` : `<${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
