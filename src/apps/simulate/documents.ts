import { addDays, type CivilDate, type CivilMonth, dayInMonth, firstOfMonth, lastOfMonth, weekdayOf } from '#kernel/civil-date.ts';
import { markOn } from './attendance.ts';
import { monthsOf } from './site.ts';
import { chanceOf } from './random.ts';
import { attendanceGrid, bankStatement, ledgerSheet, payrollSheet, punchList, rosterSheet } from './sheets.ts';
import { type Style, styleOf } from './style.ts';
import { extensionOf } from './file-bytes.ts';
import type { FileFormat, SimulatedFile, Table } from './table.ts';
import type { Site, World } from './types.ts';

/**
 * `whole`: what an office holds on the last day, one roster and one statement a site. `weekly`: what reached the office when:
 * ledger and roster again and again as they were known, gates and banks every Monday, payrolls when they were made.
 */
export type Cadence = 'whole' | 'weekly';

/** Every file of the county in the order in which they arrive. */
export function documentsOf(world: World, cadence: Cadence): SimulatedFile[] {
  const files = [...ledgers(world, cadence), ...world.sites.flatMap((site) => siteFiles(world, site, cadence))];
  const order = ['ledger', 'roster', 'attendance', 'payroll', 'flows'];
  return files.sort((a, b) =>
    a.arrivesOn < b.arrivesOn ? -1 : a.arrivesOn > b.arrivesOn ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind) || (a.path < b.path ? -1 : 1),
  );
}

function ledgers(world: World, cadence: Cadence): SimulatedFile[] {
  const style = styleOf(chanceOf(`${world.profile}/${world.seed}/ledger`));
  const days = cadence === 'whole' ? [world.until] : weeklyDays(firstOfMonth(world.from), world.until).map((week) => week.arrivesOn);
  let last = '';
  return days.flatMap((day) => {
    const sites = world.sites.filter((site) => site.startedOn <= day);
    if (sites.length === 0) return [];
    const table = ledgerSheet(world, sites, day, style, 'xlsx');
    // The office files the ledger again only when something in it is new.
    const content = JSON.stringify(table.rows.slice(2));
    if (content === last) return [];
    last = content;
    return [
      {
        kind: 'ledger' as const,
        path: `在建项目台账${cadence === 'whole' ? '' : day}.xlsx`,
        project: null,
        month: null,
        arrivesOn: day,
        format: 'xlsx' as const,
        table: () => table,
      },
    ];
  });
}

function siteFiles(world: World, site: Site, cadence: Cadence): SimulatedFile[] {
  const style = styleOf(chanceOf(`${world.profile}/${world.seed}/style/${site.index}`));
  const weeks = weeklyDays(site.startedOn, world.until);
  const file = (
    kind: SimulatedFile['kind'],
    name: string,
    month: CivilMonth | null,
    arrivesOn: CivilDate,
    format: FileFormat,
    table: () => Table,
  ): SimulatedFile => ({
    kind,
    path: `${String(site.index + 1).padStart(2, '0')}-${site.name}/${name}.${extensionOf(format)}`,
    project: site.code,
    month,
    arrivesOn,
    format,
    table,
  });
  const whole = { from: site.startedOn, until: world.until, arrivesOn: world.until };
  return [
    ...rosterFiles(site, style, cadence === 'whole' ? [whole] : weeks, file),
    ...attendanceFiles(world, site, style, cadence, weeks, file),
    ...site.payrolls
      .filter((payroll) => payroll.arrivesOn <= world.until)
      .map((payroll) =>
        file('payroll', `工资支付表${payroll.month}`, payroll.month, payroll.arrivesOn, style.payroll, () => payrollSheet(site, payroll, style)),
      ),
    ...flowFiles(site, style, cadence === 'whole' ? [whole] : weeks, file),
  ];
}

type MakeFile = (
  kind: SimulatedFile['kind'],
  name: string,
  month: CivilMonth | null,
  arrivesOn: CivilDate,
  format: FileFormat,
  table: () => Table,
) => SimulatedFile;

interface Week {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly arrivesOn: CivilDate;
}

function rosterFiles(site: Site, style: Style, weeks: readonly Week[], file: MakeFile): SimulatedFile[] {
  let last = '';
  return weeks.flatMap((week) => {
    const workers = site.workers.filter((worker) => worker.isRegistered && worker.enteredOn <= week.until);
    const known = workers
      .map(
        (worker) =>
          `${worker.key}${worker.leftOn !== null && worker.leftOn <= week.until ? 'x' : ''}${worker.contractSignedOn !== null && worker.contractSignedOn <= week.until ? 'c' : ''}`,
      )
      .join();
    if (known === last || workers.length === 0) return [];
    last = known;
    return [file('roster', `花名册${week.arrivesOn}`, null, week.arrivesOn, style.roster, () => rosterSheet(site, workers, week.until, style))];
  });
}

function attendanceFiles(world: World, site: Site, style: Style, cadence: Cadence, weeks: readonly Week[], file: MakeFile): SimulatedFile[] {
  const arrives = (day: CivilDate) => site.silent?.feed !== 'attendance' || day < site.silent.from;
  const months = monthsOf(site, world.until);
  if (site.attendance === 'punches') {
    const last = site.silent?.feed === 'attendance' && site.silent.from <= world.until ? addDays(site.silent.from, -1) : world.until;
    const spans = cadence === 'weekly' ? weeks : [{ from: site.startedOn, until: last, arrivesOn: world.until }];
    return spans
      .filter((span) => arrives(span.until) && anybodyCame(site, span.from, span.until))
      .map((span) =>
        file('attendance', `考勤记录${span.from}至${span.until}`, null, span.arrivesOn, style.attendance === 'xls' ? 'xlsx' : style.attendance, () =>
          punchList(site, span.from, span.until, style),
        ),
      );
  }
  if (cadence === 'whole')
    return months
      .filter((month) => arrives(lastOfMonth(month)) && anybodyCame(site, firstOfMonth(month), lastOfMonth(month)))
      .map((month) => file('attendance', `考勤表${month}`, month, world.until, style.attendance, () => attendanceGrid(site, month, world.until, style)));
  // The team's book is copied twice a month: on the 16th so far, and on the 1st whole.
  return months.flatMap((month) => {
    const late = site.lateMonth === month ? 6 : 0;
    const halves = [
      { through: dayInMonth(month, 15), on: addDays(dayInMonth(month, 15), 1), name: '上半月' },
      { through: lastOfMonth(month), on: addDays(lastOfMonth(month), 1 + late), name: '' },
    ];
    return halves
      .filter((half) => half.on <= world.until && half.through >= site.startedOn && arrives(half.on) && anybodyCame(site, firstOfMonth(month), half.through))
      .map((half) =>
        file('attendance', `考勤表${month}${half.name}`, month, half.on, style.attendance, () => attendanceGrid(site, month, half.through, style)),
      );
  });
}

function flowFiles(site: Site, style: Style, weeks: readonly Week[], file: MakeFile): SimulatedFile[] {
  const { account } = site;
  if (account === null) return [];
  const silentFrom = site.silent?.feed === 'flows' ? site.silent.from : null;
  return weeks
    .map((week) => (silentFrom !== null && week.until >= silentFrom ? { ...week, until: addDays(silentFrom, -1) } : week))
    .filter((week) => week.until >= account.openedOn && week.until >= week.from)
    .map((week) => {
      // A statement is asked for over the last five weeks, so lines come again and again; a quiet account still answers: with none.
      const from = earlier(week.from, addDays(week.until, -35));
      const flows = site.flows.filter((flow) => flow.on >= from && flow.on <= week.until);
      return file('flows', `专户流水${from}至${week.until}`, null, week.arrivesOn, style.flows, () => bankStatement(site, flows, from, week.until, style));
    });
}

function anybodyCame(site: Site, from: CivilDate, until: CivilDate): boolean {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!site.gateSilentOn.has(day) && site.workers.some((worker) => /[1h]/u.test(markOn(site.marks.get(worker), day)))) return true;
  }
  return false;
}

/** Monday to Sunday, arriving on the Monday after; the first week begins where the site does. */
function weeklyDays(from: CivilDate, until: CivilDate): Week[] {
  const weeks: Week[] = [];
  for (let first = from; first <= until; ) {
    const last = addDays(first, 7 - weekdayOf(first));
    if (addDays(last, 1) > until) break;
    weeks.push({ from: first, until: last, arrivesOn: addDays(last, 1) });
    first = addDays(last, 1);
  }
  return weeks;
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
