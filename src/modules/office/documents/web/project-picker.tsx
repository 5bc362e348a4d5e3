import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '#kit/button.tsx';
import { Card } from '#kit/card.tsx';
import { TextInput } from '#kit/field.tsx';
import { Empty, Problem, Skeleton } from '#kit/states.tsx';
import { projectsNamed } from './requests.ts';

/** Which project a document is about, found by name, code or contractor. */
export function ProjectPicker({ onProject, without }: { readonly onProject: (id: string) => void; readonly without: (() => void) | null }) {
  const [q, setQ] = useState('');
  const asked = useQuery(projectsNamed(q));
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setQ(String(new FormData(event.currentTarget).get('q') ?? '').trim());
  };
  return (
    <Card title="先选项目" flush aside={without === null ? null : <Button onClick={without}>不关联项目</Button>}>
      <form className="documents-search" onSubmit={search}>
        <TextInput label="找项目、代码、总包" type="search" name="q" />
        <Button type="submit">找</Button>
      </form>
      {asked.isError ? <Problem error={asked.error} onRetry={() => void asked.refetch()} /> : null}
      {asked.isPending ? <Skeleton /> : null}
      {asked.data?.items.length === 0 ? <Empty title="没有符合的项目">换个名称再找。</Empty> : null}
      <ul className="document-kinds">
        {(asked.data?.items ?? []).map((project) => (
          <li key={project.id} className="document-project">
            <span>
              <span className="strong">{project.name}</span> <span className="muted">{project.gcName}</span>
            </span>
            <Button small onClick={() => onProject(project.id)}>
              选这个<span className="vh">：{project.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
