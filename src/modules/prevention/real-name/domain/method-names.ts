/** What each call that is delivered upward carries, in the words of an office. */
export const METHOD_NAMES: Readonly<Record<string, string>> = {
  'Corp.Upload': '企业资料',
  'Project.PartUpdate': '项目资料',
  'ProjectSubContractor.Add': '参建单位',
  'ProjectSubContractor.Update': '参建单位变更',
  'Team.Add': '班组',
  'Team.Update': '班组变更',
  'ProjectWorker.Add': '工人登记',
  'ProjectWorker.Update': '工人资料变更',
  'WorkerEntryExit.Add': '进退场',
  'WorkerContract.Add': '劳动合同',
  'WorkerAttendance.Add': '考勤',
  'ProjectTraining.Add': '培训',
  'Payroll.Add': '工资发放',
};
