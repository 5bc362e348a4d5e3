import './file-drop.css';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { fileSize } from './format.ts';

export interface FileDropProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** `.xlsx,.xls,.csv` */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly small?: boolean;
  /** Largest file taken, in bytes; the server decides in the end. */
  readonly maxBytes?: number;
  readonly error?: string | null | undefined;
  /** Id of the control, for links from an error summary. */
  readonly inputId?: string;
  /** Words of the button: 选文件, 选照片或文件. */
  readonly choose?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Choose with a button, or drop. Dropping is never the only way. */
export function FileDrop({ label, hint, accept, multiple, small, maxBytes, error, choose = '选文件', inputId, onFiles }: FileDropProps) {
  const own = useId();
  const id = inputId ?? own;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooBig, setTooBig] = useState<string | null>(null);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const big = maxBytes === undefined ? undefined : files.find((file) => file.size > maxBytes);
    setTooBig(big ? `「${big.name}」有 ${fileSize(big.size)}，超过 ${fileSize(maxBytes ?? 0)}。分成几份再传。` : null);
    if (!big && files.length > 0) onFiles(files);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const says = tooBig ?? error;
  return (
    <div className={classes('field', says && 'field-bad')}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {says ? (
        <div className="field-error" id={`${id}-error`} role="alert">
          {says}
        </div>
      ) : null}
      <div
        className={classes('file-drop', over && 'file-drop-over', small && 'file-drop-small')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className="vh"
          accept={accept}
          multiple={multiple}
          aria-describedby={classes(hint ? `${id}-hint` : '', says && `${id}-error`) || undefined}
          tabIndex={-1}
          onChange={(event) => take(event.target.files)}
        />
        <Button onClick={() => input.current?.click()}>
          {choose}
          <span className="vh">：{label}</span>
        </Button>
        {hint ? (
          <div id={`${id}-hint`} className="field-hint">
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Files chosen and not yet sent. */
export function ChosenFiles({ files, onRemove }: { readonly files: readonly File[]; readonly onRemove: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="file-list" aria-label="已选文件">
      {files.map((file) => (
        <li key={`${file.name}-${file.size}-${file.lastModified}`}>
          <span>
            {file.name} <span className="muted">{fileSize(file.size)}</span>
          </span>
          <Button kind="quiet" small onClick={() => onRemove(file)}>
            不传<span className="vh">：{file.name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
