import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ECPR_EMPLOYEES, ECPR_NAMESPACE } from '../domain/index.ts';

type Node = { readonly [name: string]: unknown };

/** Reads an eCPR back and says what the department would refuse it for. Shares nothing with the writer but its namespace and size. */
export function faultsOfEcpr(fileName: string, text: string): readonly string[] {
  const faults: string[] = [];
  const say = (is: boolean, what: string) => {
    if (!is) faults.push(what);
  };
  if (XMLValidator.validate(text) !== true) return ['not well-formed'];
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => name === 'employee' || name === 'day',
  });
  const root = at(parser.parse(text), 'CPR:eCPR');
  say(root['@_xmlns:CPR'] === ECPR_NAMESPACE, 'namespace');
  const [contractor, project, payroll] = [at(root, 'contractorInfo'), at(root, 'projectInfo'), at(root, 'payrollInfo')];
  const rules: readonly (readonly [Node, string, RegExp])[] = [
    [contractor, 'contractorName', /^.{1,56}$/],
    [at(contractor, 'contractorLicense'), 'licenseType', /^(CSLB|PL|OTHER)$/],
    [contractor, 'contractorPWCR', /^(\d{10}|NA)$/],
    [contractor, 'contractorFEIN', /^\d{9}$/],
    [at(contractor, 'contractorAddress'), 'street', /^.{1,40}$/],
    [at(contractor, 'contractorAddress'), 'city', /^.{1,25}$/],
    [at(contractor, 'contractorAddress'), 'state', /^[A-Z]{2}$/],
    [at(contractor, 'contractorAddress'), 'zip', /^\d{5}$/],
    [contractor, 'insuranceNum', /^.{1,40}$/],
    [contractor, 'contractorEmail', /^.{3,60}$/],
    [project, 'projectID', /^\d{1,18}$/],
    [project, 'awardingBodyID', /^\d{0,9}$/],
    [project, 'projectNum', /^.{0,50}$/],
    [project, 'contractID', /^.{0,25}$/],
    [payroll, 'statementOfNP', /^(true|false)$/],
    [payroll, 'payrollNum', /^$/],
    [payroll, 'amendmentNum', /^$/],
    [payroll, 'forWeekEnding', /^\d{4}-\d{2}-\d{2}$/],
  ];
  for (const [node, name, form] of rules) say(form.test(textOf(node, name)), name);
  say(fileName === `${textOf(contractor, 'contractorFEIN').slice(-4)}_${textOf(project, 'projectID')}_${textOf(payroll, 'forWeekEnding')}.xml`, 'file name');
  const employees = list(at(payroll, 'employees'), 'employee');
  say(employees.length <= ECPR_EMPLOYEES, 'more than 500 employees');
  say((employees.length === 0) === (textOf(payroll, 'statementOfNP') === 'true'), 'statementOfNP');
  const numbers = new Set<string>();
  for (const [no, employee] of employees.entries())
    faultsOfEmployee(employee, textOf(payroll, 'forWeekEnding'), numbers, (is, what) => say(is, `employee ${no + 1}: ${what}`));
  return faults;
}

function faultsOfEmployee(employee: Node, ending: string, numbers: Set<string>, say: (is: boolean, what: string) => void): void {
  const payroll = at(employee, 'payroll');
  const days = list(at(payroll, 'hrsWorkedEachDay'), 'day');
  say(at(employee, 'name')['@_id'] === 'SSN', 'name id');
  say(/^\d{9}$/.test(textOf(employee, 'ssn')) && !numbers.has(textOf(employee, 'ssn')), 'ssn');
  numbers.add(textOf(employee, 'ssn'));
  say(/^.{1,300}$/.test(textOf(employee, 'workClass')), 'workClass');
  say(days.length === 7 && days.every((day, index) => day['@_id'] === String(index + 1)), 'days');
  say(textOf(days.at(-1) ?? {}, 'date') === ending, 'last day');
  for (const kind of ['straightTime', 'overtime', 'doubletime']) {
    say(days.reduce((sum, day) => sum + cents(textOf(day, kind)), 0n) === cents(textOf(at(payroll, 'totHrs'), kind)), `totHrs ${kind}`);
  }
  say(
    days.every((day) => cents(textOf(day, 'straightTime')) + cents(textOf(day, 'overtime')) + cents(textOf(day, 'doubletime')) <= 2_400n),
    'more than 24 hours',
  );
  const gross = at(payroll, 'grossAmountEarned');
  say(cents(textOf(gross, 'thisProject')) <= cents(textOf(gross, 'allWork')), 'gross');
  const deductions = at(payroll, 'deductionsContribPay');
  const parts = Object.keys(deductions).filter((key) => key !== 'total' && key !== 'notes');
  say(parts.length === 13 && parts.reduce((sum, key) => sum + cents(textOf(deductions, key)), 0n) === cents(textOf(deductions, 'total')), 'deductions');
  say(cents(textOf(gross, 'allWork')) - cents(textOf(deductions, 'total')) === cents(textOf(payroll, 'netWagePaidWeek')), 'net');
  say(/^.{1,20}$/.test(textOf(payroll, 'checkNum')), 'checkNum');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(node: unknown, name: string): Node {
  const inner = isNode(node) ? node[name] : undefined;
  return isNode(inner) ? inner : {};
}

function list(node: Node, name: string): readonly Node[] {
  const inner = node[name];
  return Array.isArray(inner) ? inner.filter(isNode) : [];
}

function textOf(node: Node, name: string): string {
  const inner = node[name];
  return typeof inner === 'string' ? inner : isNode(inner) && typeof inner['#text'] === 'string' ? inner['#text'] : '';
}

function cents(text: string): bigint {
  return /^\d+\.\d{2}$/.test(text) ? BigInt(text.replace('.', '')) : -1n;
}
