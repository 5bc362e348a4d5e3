import { useState } from 'react';
import { count, yuan } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import type { ProjectPage } from '../domain/wire.ts';
import { monthAddress, projectAddress } from './addresses.ts';
import { TeamWorkers } from './team-workers.tsx';
import './people-chain.css';

type Subcontractor = ProjectPage['chain']['subcontractors'][number];
type Team = Subcontractor['teams'][number];

/** 建设单位 → 总包 → 分包 → 班组 → 工人: who owes whom, opened step by step; the firm that owes most stands open. */
export function PeopleChain({ page, month }: { readonly page: ProjectPage; readonly month: string | null }) {
  const { chain, project } = page;
  const owedPeople = chain.subcontractors.reduce((sum, subcontractor) => sum + subcontractor.owedPeople, 0);
  const owed = chain.subcontractors.reduce((sum, subcontractor) => sum + BigInt(subcontractor.owedFen), 0n);
  const owingFirst = [...chain.subcontractors].sort((a, b) => (BigInt(b.owedFen) > BigInt(a.owedFen) ? 1 : -1));
  return (
    <div className="people-chain">
      <ol className="people-chain-top">
        <li>
          <span className="people-chain-part">建设单位</span>
          <span className="strong">{chain.owner ?? '台账没填建设单位'}</span>
        </li>
        <li>
          <span className="people-chain-part">总包</span>
          <span className="strong">{chain.generalContractor}</span>
          {owedPeople > 0 && (
            <span className="people-chain-sum danger-text strong">
              欠 {count(owedPeople)} 人 {yuan(owed.toString())} 元
            </span>
          )}
        </li>
      </ol>
      {owingFirst.length === 0 ? (
        <p className="muted">还没有分包和班组。导入花名册后列在这里。</p>
      ) : (
        <ul className="people-chain-firms">
          {owingFirst.map((subcontractor, index) => (
            <Firm key={subcontractor.name} projectId={project.id} month={month} firm={subcontractor} openAtFirst={index === 0} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Firm({
  projectId,
  month,
  firm,
  openAtFirst,
}: {
  readonly projectId: string;
  readonly month: string | null;
  readonly firm: Subcontractor;
  readonly openAtFirst: boolean;
}) {
  const [open, setOpen] = useState(openAtFirst);
  return (
    <li className="people-chain-firm">
      <div className="people-chain-line">
        <button type="button" className="people-chain-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron open={open} />
          <span className="people-chain-part">分包</span>
          <span className="strong">{firm.name}</span>
          <span className="muted">{firm.teams.length} 个班组</span>
        </button>
        <span className="people-chain-sum">
          {firm.owedPeople === 0 ? (
            <span className="muted">不欠</span>
          ) : (
            <span className="danger-text strong">
              欠 {count(firm.owedPeople)} 人 {yuan(firm.owedFen)} 元
            </span>
          )}
        </span>
      </div>
      {open && (
        <ul className="people-chain-teams">
          {firm.teams.map((team) => (
            <TeamLine key={team.name} projectId={projectId} month={month} team={team} />
          ))}
        </ul>
      )}
    </li>
  );
}

function TeamLine({ projectId, month, team }: { readonly projectId: string; readonly month: string | null; readonly team: Team }) {
  const [open, setOpen] = useState(false);
  const owing = team.owedPeople > 0;
  const address =
    month === null ? projectAddress(projectId, { tab: 'roster' }) : monthAddress(projectId, month, { team: team.name, ...(owing && { which: 'owed' }) });
  return (
    <li className="people-chain-team">
      <div className="people-chain-line">
        <button type="button" className="people-chain-toggle" aria-expanded={open} disabled={month === null} onClick={() => setOpen(!open)}>
          <Chevron open={open} />
          <span className="people-chain-part">班组</span>
          <span className="strong">{team.name || '没写班组'}</span>
          <span className="muted">
            {count(team.people)} 人，应发 {yuan(team.dueFen)} 元，已发 {yuan(team.paidFen)} 元
          </span>
        </button>
        <span className="people-chain-sum">
          {owing ? (
            <Link to={address} className="strong">
              欠 {count(team.owedPeople)} 人 {yuan(team.owedFen)} 元
            </Link>
          ) : (
            <Link to={address}>
              不欠，看工人<span className="vh">：{team.name}</span>
            </Link>
          )}
        </span>
      </div>
      {open && month !== null && <TeamWorkers projectId={projectId} month={month} team={team.name} owing={owing} all={address} />}
    </li>
  );
}

function Chevron({ open }: { readonly open: boolean }) {
  return (
    <svg className="people-chain-chevron" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" data-open={open}>
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
