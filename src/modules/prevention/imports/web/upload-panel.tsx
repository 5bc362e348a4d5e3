import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, api } from '#kit/api.ts';
import { Card } from '#kit/card.tsx';
import { Select } from '#kit/field.tsx';
import { FileDrop } from '#kit/file-drop.tsx';
import { fileSize } from '#kit/format.ts';
import { Link } from '#kit/link.tsx';
import { ProgressBar } from '#kit/progress-bar.tsx';
import { Tag } from '#kit/tag.tsx';
import type { ImportKind, ImportView } from '../domain/wire.ts';
import { KINDS, refusedAtOnce } from './states.ts';
import './upload-panel.css';

/** A file on its way: waiting, going (share sent), taken (its import), refused (why, and the earlier import when it was the same content). */
interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: 'waiting' | 'going' | 'taken' | 'refused';
  readonly share: number;
  readonly importId: string | null;
  readonly says: string | null;
}

/** Two at a time: the office's line is narrow, and the first file shall be readable soon. */
const AT_ONCE = 2;
const ALREADY_IMPORTED = 409;

/** Takes many files at once; what cannot be read is refused before it travels, the rest report their own progress. */
export function UploadPanel({ kinds }: { readonly kinds: readonly ImportKind[] }) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [kind, setKind] = useState<ImportKind | ''>('');
  const queue = useRef<{ key: number; file: File; kind: ImportKind | '' }[]>([]);
  const going = useRef(0);
  const nextKey = useRef(1);
  const queries = useQueryClient();

  const change = (key: number, patch: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)));

  const pump = () => {
    while (going.current < AT_ONCE) {
      const next = queue.current.shift();
      if (next === undefined) return;
      going.current += 1;
      change(next.key, { state: 'going' });
      uploadFile(next.file, next.kind, (share) => change(next.key, { share }))
        .then((view) => change(next.key, { state: 'taken', importId: view.id, share: 1 }))
        .catch((thrown: unknown) => {
          const problem = ApiProblem.of(thrown);
          change(next.key, { state: 'refused', says: problem.says, importId: problem.status === ALREADY_IMPORTED ? problem.reference : null });
        })
        .finally(() => {
          going.current -= 1;
          queries.invalidateQueries({ queryKey: ['imports'] }).catch(() => undefined);
          pump();
        });
    }
  };

  const take = (files: readonly File[]) => {
    const added = files.map((file): Upload => {
      const says = refusedAtOnce(file);
      return { key: nextKey.current++, file, state: says === null ? 'waiting' : 'refused', share: 0, importId: null, says };
    });
    setUploads((before) => [...added, ...before]);
    queue.current.push(...added.filter((upload) => upload.state === 'waiting').map(({ key, file }) => ({ key, file, kind })));
    pump();
  };

  return (
    <Card title="传表">
      <div className="stack">
        <div className="upload-kind">
          <Select
            label="哪一种表"
            hint="不选就按表头认"
            none="按表头认"
            value={kind}
            onChange={(event) => setKind(KINDS.find((choice) => choice.kind === event.target.value)?.kind ?? '')}
            choices={KINDS.filter((choice) => kinds.includes(choice.kind)).map((choice) => ({ value: choice.kind, name: choice.name }))}
          />
        </div>
        <FileDrop label="要导入的表" hint="可一次选多个，也可拖到这里。.xlsx、.xls、.csv，每个不超过 64 MB" accept=".xlsx,.xls,.csv" multiple onFiles={take} />
        {uploads.length > 0 && (
          <ul className="uploads" aria-label="这次传的文件" aria-live="polite">
            {uploads.map((upload) => (
              <UploadLine key={upload.key} upload={upload} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function UploadLine({ upload }: { readonly upload: Upload }) {
  return (
    <li className="upload" data-state={upload.state}>
      <div className="upload-name">
        <span className="strong">{upload.file.name}</span> <span className="muted small number">{fileSize(upload.file.size)}</span>
      </div>
      {upload.state === 'waiting' && <span className="muted">排队等传</span>}
      {upload.state === 'going' && <ProgressBar label="正在传" share={upload.share} words={`${Math.round(upload.share * 100)} %`} />}
      {upload.state === 'taken' && upload.importId !== null && (
        <span className="row">
          <Tag tone="green">传好了</Tag>
          <Link to={`/imports/${upload.importId}`}>
            看读得怎么样<span className="vh">：{upload.file.name}</span>
          </Link>
        </span>
      )}
      {upload.state === 'refused' && (
        <div className="upload-refused">
          <p className="danger-text">
            <span className="strong">没有收：</span>
            {upload.says}
          </p>
          {upload.importId !== null && <Link to={`/imports/${upload.importId}`}>看上次的导入</Link>}
        </div>
      )}
    </li>
  );
}

function uploadFile(file: File, kind: ImportKind | '', onProgress: (share: number) => void): Promise<ImportView> {
  const form = new FormData();
  // Fields before the file, so that the server knows them when the first byte of it arrives.
  if (kind !== '') form.set('kind', kind);
  form.set('file', file);
  return api.upload<ImportView>('/api/imports', form, onProgress);
}
