import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { StepCommand, WarningPage } from '../domain/wire.ts';

export function warningKey(id: string) {
  return ['warnings', 'one', id] as const;
}

/**
 * Sends one step. `onDone` comes first and always: with the fresh page the step is no longer open, and its dialog or line is gone.
 * Afterwards everything that counts or lists warnings is fetched anew.
 */
export function useStep(id: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ command, files }: { readonly command: StepCommand; readonly files: readonly File[] }) => {
      const path = `/api/warnings/${encodeURIComponent(id)}/steps`;
      return api.post<WarningPage>(path, files.length === 0 ? command : asForm(command, files));
    },
    onSuccess: (page) => {
      onDone();
      queries.setQueryData(warningKey(id), page);
      for (const key of [['warnings', 'home'], ['warnings', 'list'], ['projects']]) void queries.invalidateQueries({ queryKey: key });
    },
  });
}

function asForm(command: StepCommand, files: readonly File[]): FormData {
  const form = new FormData();
  // Fields go before the files, so that the server knows the step before it reads bytes.
  for (const [name, value] of Object.entries(command)) if (typeof value === 'string') form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  return form;
}
