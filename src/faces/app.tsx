import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { onSignedOut } from '#kit/api.ts';
import { createQueryClient } from '#kit/query.ts';
import { ToastRegion } from '#kit/toast.tsx';
import { ME } from '#modules/office/accounts/web/index.ts';
import { createFaceRouter } from './router.tsx';

const queries = createQueryClient();
const router = createFaceRouter(queries);

// A session that ends in the middle of work shows the sign-in on the same address; afterwards the same page returns.
onSignedOut(() => queries.setQueryData(ME, null));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ToastRegion>
        <RouterProvider router={router} />
      </ToastRegion>
    </QueryClientProvider>
  );
}
