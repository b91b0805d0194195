import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { signOutRoute } from "../../access/contract/sign-in.ts";
import { NoConnection, call } from "../../foundation/http-client.ts";
import { Dialog } from "../../foundation/ui/Dialog.tsx";
import { anythingPending, forgetPending, watchOutside } from "../../journal/web/door.tsx";
import type { Me } from "../App.tsx";
import { entranceWords as words } from "../words.ru.ts";
import { routerFor } from "./routes.tsx";

const TRIES = 2;

/** Ends the session and goes to the sign-in page; when the server is away, the next page says so itself. */
async function signOut(): Promise<void> {
  forgetPending();
  await call(signOutRoute).catch(() => undefined);
  location.assign("/");
}

/** The screens of the staff: one router and one cache of the server's answers. */
export default function StaffApp({ me }: { me: Me }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: (failed, error) => error instanceof NoConnection && failed < TRIES, networkMode: "always", staleTime: 5_000 } },
      }),
  );
  const [asking, setAsking] = useState(false);
  const leave = useCallback(() => {
    if (anythingPending()) setAsking(true);
    else void signOut();
  }, []);
  // What waits is watched on every screen, not on the journal's only.
  useEffect(watchOutside, []);
  const router = useMemo(() => routerFor(me, leave), [me, leave]);
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      {asking && (
        <Dialog
          title={words.leave.heading}
          onClose={() => setAsking(false)}
          footer={
            <>
              <button className="btn primary" type="button" onClick={() => setAsking(false)}>
                {words.leave.stay}
              </button>
              <button className="btn danger" type="button" onClick={() => void signOut()}>
                {words.leave.go}
              </button>
            </>
          }
        >
          <p>{words.leave.text}</p>
        </Dialog>
      )}
    </QueryClientProvider>
  );
}
