import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Permission, Role } from '#modules/office/accounts/domain/index.ts';
import { opened } from './by-data.ts';
import { dayOf } from '#kernel/civil-moment.ts';
import { CLOSE_REASON_NAMES, STATE_NAMES, limitFor, rungOf, type Change, type Happening, type Setting, type Warning } from './warning.ts';
import type { CloseReason, StepKind, WarningState } from './wire.ts';

/** Who takes a step. */
export interface Actor {
  readonly accountId: string;
  readonly role: Role;
  readonly permissions: readonly Permission[];
}

/** What a person asks for. */
export interface Command {
  readonly step: StepKind;
  readonly note: string;
  readonly reason: CloseReason | null;
  readonly assignee: { readonly accountId: string; readonly role: Role } | null;
  readonly evidenceCount: number;
}

export interface StepRefusal {
  readonly code:
    | 'step-not-yours'
    | 'step-not-now'
    | 'step-needs-note'
    | 'step-needs-evidence'
    | 'step-needs-reason'
    | 'step-needs-assignee'
    | 'step-second-person'
    | 'step-still-standing'
    | 'step-needs-chief';
  readonly says: string;
}

/** One step a person may take. What is not listed is refused. */
export interface PersonStep {
  readonly step: StepKind;
  readonly label: string;
  readonly happening: Happening;
  readonly from: readonly WarningState[];
  readonly roles: readonly Role[];
  readonly permission: Permission | null;
  readonly needsNote: boolean;
  readonly basis: string | null;
}

const ENTERPRISE: readonly Role[] = ['wage-officer', 'enterprise-manager'];
const VERIFIERS: readonly Role[] = ['town-specialist', 'inspector', 'inspection-chief', 'industry-regulator'];
const CLOSERS: readonly Role[] = ['town-specialist', 'inspector', 'inspection-chief'];
const OPEN: readonly WarningState[] = ['raised', 'acknowledged', 'handled', 'verified'];

export const PERSON_STEPS: Readonly<Record<StepKind, PersonStep>> = {
  acknowledge: {
    step: 'acknowledge',
    label: '签收',
    happening: 'acknowledged',
    from: ['raised'],
    roles: [...ENTERPRISE, 'grid-worker', ...VERIFIERS, 'leader'],
    permission: 'warning.acknowledge',
    needsNote: false,
    basis: null,
  },
  handle: {
    step: 'handle',
    label: '登记处置结果',
    happening: 'handled',
    from: ['raised', 'acknowledged'],
    roles: [...ENTERPRISE, 'grid-worker', ...VERIFIERS],
    permission: 'warning.handle',
    needsNote: true,
    basis: null,
  },
  return: {
    step: 'return',
    label: '整改不合格，退回',
    happening: 'returned',
    from: ['handled', 'verified'],
    roles: VERIFIERS,
    permission: 'warning.verify',
    needsNote: true,
    basis: null,
  },
  verify: {
    step: 'verify',
    label: '核实通过',
    happening: 'verified',
    from: ['handled'],
    roles: VERIFIERS,
    permission: 'warning.verify',
    needsNote: true,
    basis: '处置人不能核实自己的处置',
  },
  close: {
    step: 'close',
    label: '销号',
    happening: 'closed',
    from: ['handled', 'verified'],
    roles: CLOSERS,
    permission: 'warning.close',
    needsNote: false,
    basis: '数据没有变化，不能按“已发清”“已更正”销号',
  },
  reopen: {
    step: 'reopen',
    label: '重新打开',
    happening: 'reopened',
    from: ['closed'],
    roles: CLOSERS,
    permission: 'warning.reopen',
    needsNote: true,
    basis: null,
  },
  assign: {
    step: 'assign',
    label: '指派',
    happening: 'assigned',
    from: OPEN,
    roles: ['inspection-chief', 'inspector', 'leader'],
    permission: 'warning.assign',
    needsNote: false,
    basis: null,
  },
  comment: {
    step: 'comment',
    label: '写备注',
    happening: 'commented',
    from: [...OPEN, 'closed'],
    roles: [...ENTERPRISE, 'grid-worker', ...VERIFIERS, 'leader'],
    permission: null,
    needsNote: true,
    basis: null,
  },
};

/** What the button says to this person: an enterprise answers, an official notes what was done. */
export function labelFor(step: StepKind, role: Role): string {
  return step === 'handle' && ENTERPRISE.includes(role) ? '回复整改情况' : PERSON_STEPS[step].label;
}

/** An enterprise's reply to a wage warning must show something; an official's note is itself the record. */
export function needsEvidence(step: StepKind, warning: Warning, role: Role, setting: Setting): boolean {
  return step === 'handle' && ENTERPRISE.includes(role) && !warning.isData && warning.level >= setting.ladder.evidenceFromLevel;
}

/** Reasons that say the wrong itself is gone, and so need the data to agree. */
const GONE: readonly CloseReason[] = ['paid', 'data-corrected'];

/** True when the step belongs to this person's work at all; otherwise the page does not name it. */
export function isOnesStep(step: StepKind, actor: Actor): boolean {
  const { roles, permission } = PERSON_STEPS[step];
  return roles.includes(actor.role) && (permission === null || actor.permissions.includes(permission));
}

/** Whether this person may take the step now, before note, reason and files are known. */
export function mayTake(step: StepKind, warning: Warning, actor: Actor): Result<true, StepRefusal> {
  const spec = PERSON_STEPS[step];
  if (!isOnesStep(step, actor)) return refuse({ code: 'step-not-yours', says: `“${spec.label}”不是你的岗位能做的。找有此权限的人办理。` });
  if (!spec.from.includes(warning.state)) {
    const when = spec.from.map((state) => STATE_NAMES[state]).join('、');
    return refuse({ code: 'step-not-now', says: `现在是“${STATE_NAMES[warning.state]}”，不能${spec.label}：只有“${when}”时可以。${NEXT[warning.state]}` });
  }
  const handledByMe = warning.handledBy === actor.accountId;
  if (step === 'verify' && handledByMe) {
    return refuse({ code: 'step-second-person', says: '这条是你处置的，不能由你核实（处置与核实须两人）。请另一名核实人办理。' });
  }
  if (step === 'close' && warning.state === 'handled') {
    if (actor.role !== 'inspection-chief')
      return refuse({ code: 'step-needs-chief', says: '还没有核实，不能销号。先由第二人核实，或由监察队长按误报、转办销号。' });
    if (handledByMe) return refuse({ code: 'step-second-person', says: '这条是你处置的，不能由你直接销号（处置与核实须两人）。请另一名核实人先核实。' });
  }
  return ok(true);
}

const NEXT: Readonly<Record<WarningState, string>> = {
  raised: '先签收或处置。',
  acknowledged: '先登记处置结果。',
  handled: '先由第二人核实。',
  verified: '下一步是销号或退回。',
  closed: '要继续办理，先重新打开。',
};

/** The reasons a warning may be closed for now, by this person. */
export function closeReasonsFor(warning: Warning): readonly CloseReason[] {
  const all: readonly CloseReason[] = ['paid', 'data-corrected', 'false-alarm', 'transferred', 'other'];
  return all.filter((reason) => !GONE.includes(reason) || (!warning.standing && warning.state === 'verified'));
}

function closing(warning: Warning, command: Command): StepRefusal | null {
  const reason = command.reason;
  if (reason === null) return { code: 'step-needs-reason', says: '没有选销号原因。选一项再销号。' };
  if (GONE.includes(reason)) {
    if (warning.standing) {
      return {
        code: 'step-still-standing',
        says: `不能按“${CLOSE_REASON_NAMES[reason]}”销号：数据仍显示问题存在，这样销号属于虚假销号。先让数据改过来（补发后导入流水，或更正后重新导入），预警会自行消除。`,
      };
    }
    if (warning.state !== 'verified') return { code: 'step-needs-chief', says: `按“${CLOSE_REASON_NAMES[reason]}”销号须先核实。先由第二人核实。` };
    return null;
  }
  if (command.note === '') return { code: 'step-needs-note', says: `按“${CLOSE_REASON_NAMES[reason]}”销号要写明情况。写清楚依据再销号。` };
  return null;
}

/** Takes a person's step, or says why not, with the fact, the basis and what to do. */
export function byPerson(warning: Warning, command: Command, actor: Actor, setting: Setting): Result<Change, StepRefusal> {
  const spec = PERSON_STEPS[command.step];
  const may = mayTake(command.step, warning, actor);
  if (!may.ok) return may;
  if (spec.needsNote && command.note === '')
    return refuse({ code: 'step-needs-note', says: `没有写说明，不能${labelFor(command.step, actor.role)}。写清做了什么、结果怎样。` });
  if (needsEvidence(command.step, warning, actor.role, setting) && command.evidenceCount === 0) {
    return refuse({ code: 'step-needs-evidence', says: '没有附证明材料。附上银行回单、工资表或照片，再回复。' });
  }
  if (command.step === 'close') {
    const refused = closing(warning, command);
    if (refused !== null) return refuse(refused);
  }
  if (command.step === 'assign' && command.assignee === null) return refuse({ code: 'step-needs-assignee', says: '没有选承办人。选一个人再指派。' });
  return ok({ warning: after(warning, command, actor, setting), happening: spec.happening, fromState: warning.state, levelFrom: warning.level });
}

function after(warning: Warning, command: Command, actor: Actor, setting: Setting): Warning {
  const rung = rungOf(warning.level, setting.ladder);
  switch (command.step) {
    case 'acknowledge':
      return {
        ...warning,
        state: 'acknowledged',
        ownerRole: actor.role,
        ownerAccountId: actor.accountId,
        actUntil: limitFor('acknowledged', warning.level, setting),
      };
    case 'handle':
      return {
        ...warning,
        state: 'handled',
        handledBy: actor.accountId,
        handledByRole: actor.role,
        verifiedBy: null,
        ownerRole: rung.verifier,
        ownerAccountId: null,
        actUntil: limitFor('handled', warning.level, setting),
      };
    case 'return':
      return {
        ...warning,
        state: 'acknowledged',
        ownerRole: warning.handledByRole ?? rung.firstHandler,
        ownerAccountId: warning.handledBy,
        handledBy: null,
        handledByRole: null,
        verifiedBy: null,
        actUntil: limitFor('acknowledged', warning.level, setting),
      };
    case 'verify':
      return {
        ...warning,
        state: 'verified',
        verifiedBy: actor.accountId,
        ownerRole: actor.role,
        ownerAccountId: actor.accountId,
        actUntil: limitFor('verified', warning.level, setting),
      };
    case 'close':
      return { ...warning, state: 'closed', verifiedBy: warning.verifiedBy ?? actor.accountId, closeReason: command.reason, closedOn: dayOf(setting.now) };
    case 'reopen':
      return opened(warning, warning.level, setting);
    case 'assign':
      return command.assignee === null ? warning : { ...warning, ownerRole: command.assignee.role, ownerAccountId: command.assignee.accountId };
    case 'comment':
      return warning;
  }
}

/** The one step that is this person's turn: theirs by name, or by role when nobody is named. */
export function nextStepOf(warning: Warning, actor: Actor): StepKind | null {
  const enterpriseTurn = ENTERPRISE.includes(actor.role) && (warning.state === 'raised' || warning.state === 'acknowledged');
  const mine = warning.ownerAccountId === null ? warning.ownerRole === actor.role : warning.ownerAccountId === actor.accountId;
  if (!mine && !enterpriseTurn) return null;
  const wanted: readonly StepKind[] = {
    raised: ENTERPRISE.includes(actor.role) ? (['handle'] as const) : (['acknowledge'] as const),
    acknowledged: ['handle'] as const,
    handled: ['verify'] as const,
    verified: ['close'] as const,
    closed: [] as const,
  }[warning.state];
  return wanted.find((step) => mayTake(step, warning, actor).ok) ?? null;
}
