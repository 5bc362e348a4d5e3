import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api.ts';
import type { StepCommand, WarningPage } from '../domain/wire.ts';

export function warningKey(id: string) {
  return ['warnings', 'one', id] as const;
}

/** Sends one step. Afterwards everything that counts or lists warnings is fetched anew. */
export function useStep(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ command, files }: { readonly command: StepCommand; readonly files: readonly File[] }) => {
      const path = `/api/warnings/${encodeURIComponent(id)}/steps`;
      return api.post<WarningPage>(path, files.length === 0 ? command : asForm(command, files));
    },
    onSuccess: async (page) => {
      queries.setQueryData(warningKey(id), page);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['warnings', 'home'] }),
        queries.invalidateQueries({ queryKey: ['warnings', 'list'] }),
        queries.invalidateQueries({ queryKey: ['projects'] }),
      ]);
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
