import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { NoConnection } from "../../foundation/http-client.ts";
import type { Me } from "../App.tsx";
import { routerFor } from "./routes.tsx";

const TRIES = 2;

/** The screens of the staff: one router and one cache of the server's answers. */
export default function StaffApp({ me }: { me: Me }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: (failed, error) => error instanceof NoConnection && failed < TRIES, networkMode: "always", staleTime: 5_000 } },
      }),
  );
  const router = useMemo(() => routerFor(me, client), [me, client]);
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
