import { type Field, findMethod, ofTeam, type Payload, saidAgain, sealed } from '../domain/index.ts';
import type { HeldTraining, Holding } from './holding.ts';

/** A message to be delivered: what it is about, and what it says. */
export interface Message {
  readonly method: string;
  readonly key: string;
  readonly payload: Payload;
  /** Said besides when it is an update of what was told before: where the target keeps a number for it. */
  readonly updating?: Readonly<Record<string, Payload>>;
}

export function fieldsOf(method: string, list?: string): readonly Field[] {
  const fields = findMethod(method)?.fields ?? [];
  return list === undefined ? fields : (fields.find((field) => field.name === list)?.fields ?? []);
}

/** Stages 1 to 4 and the trainings: enterprises, the project, who takes part, teams. */
export function aboutProject(holding: Holding, projectCode: string): readonly Message[] {
  const { project } = holding;
  const area = project.region_code.slice(0, 6).padEnd(6, '0');
  const corps = new Map(
    holding.parties.flatMap((party): [string, Message][] => (party.code === null ? [] : [[party.code, corpMessage(party.code, party.name, party.corp, area)]])),
  );
  return [
    ...corps.values(),
    projectMessage(holding, projectCode),
    ...partyMessages(holding, projectCode),
    ...teamMessages(holding, projectCode),
    ...holding.trainings.map((training) => trainingMessage(training, projectCode)),
  ];
}

function corpMessage(code: string, name: string, said: Readonly<Record<string, string>>, area: string): Message {
  return {
    method: 'Corp.Upload',
    key: `corp:${code}`,
    payload: { areaCode: area, ...saidAgain(fieldsOf('Corp.Upload'), said, {}), corpCode: code, corpName: name },
  };
}

const STATUS: Readonly<Record<string, string>> = { building: '003', paused: '005', finished: '004' };

/** What the ledger holds goes before what was said; our own code of the project is the third party's code over there. */
function projectMessage({ project }: Holding, projectCode: string): Message {
  const said = saidAgain(fieldsOf('Project.PartUpdate'), project.said.open, project.said.hidden);
  const permit: Readonly<Record<string, Payload>> =
    'builderLicenses' in said || project.permit_no === null
      ? {}
      : { builderLicenses: [{ prjName: project.name, builderLicenseNum: sealed(project.permit_no) }] };
  return {
    method: 'Project.PartUpdate',
    key: 'project',
    payload: {
      ...said,
      ...permit,
      projectCode,
      name: project.name,
      prjStatus: STATUS[project.state] ?? '003',
      startDate: project.started_on ?? '',
      completeDate: project.finish_due_on ?? '',
      thirdPartyProjectCode: project.code,
    },
  };
}

const TYPES = { owner: '008', supervisor: '007', subcontractor: '001', 'general-contractor': '009' } as const;

/** The general contractor stands there since the project does. Who has no credit code is refused there, and named on the target's page instead. */
function partyMessages(holding: Holding, projectCode: string): readonly Message[] {
  return holding.parties
    .filter((party) => party.part !== 'general-contractor')
    .flatMap((party): Message[] => {
      if (party.code === null) return [];
      const corpType = party.corp_type ?? TYPES[party.part];
      const said = saidAgain(fieldsOf('ProjectSubContractor.Add'), party.said.open, party.said.hidden);
      const payload = { ...said, projectCode, corpCode: party.code, corpName: party.name, corpType };
      return [{ method: 'ProjectSubContractor.Add', key: `party:${party.enterprise_id}:${corpType}`, payload }];
    });
}

function teamMessages(holding: Holding, projectCode: string): readonly Message[] {
  return holding.teams
    .filter((team) => team.corp_code !== null)
    .map(
      (team): Message => ({
        method: 'Team.Add',
        key: `team:${team.no ?? team.name}`,
        payload: {
          ...saidAgain(fieldsOf('Team.Add'), team.said.open, team.said.hidden, team.said.files),
          projectCode,
          corpCode: team.corp_code ?? '',
          corpName: team.corp_name,
          teamName: team.name,
        },
        updating: { teamSysNo: ofTeam(team.name) },
      }),
    );
}

/** One message a training, as it was held; who took part and is not known there holds it up until the person is. */
function trainingMessage(training: HeldTraining, projectCode: string): Message {
  const workers = training.trained.map(
    (one): Payload => ({ ...saidAgain(fieldsOf('ProjectTraining.Add', 'workers'), one.said, {}), idCardType: '01', idCardNumber: sealed(one.identity) }),
  );
  return {
    method: 'ProjectTraining.Add',
    key: `training:${training.key}`,
    payload: {
      ...saidAgain(fieldsOf('ProjectTraining.Add'), training.open, training.hidden, training.files),
      projectCode,
      ...(workers.length > 0 && { workers }),
    },
  };
}
