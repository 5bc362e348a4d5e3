import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';

/** An act on a batch: afterwards the page, the list and the waiting months are asked for anew. */
export function useAct<Answer, Given = void>(
  batchId: string,
  act: (given: Given) => Promise<Answer>,
  done?: (answer: Answer) => void,
): UseMutationResult<Answer, Error, Given> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => done?.(answer),
    onSettled: async () => {
      for (const key of [['pay-batch', batchId], ['pay-batches'], ['pay-months']]) await queries.invalidateQueries({ queryKey: key });
    },
  });
}
