import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { signOutRoute } from "../../access/contract/sign-in.ts";
import { NoConnection, call } from "../../foundation/http-client.ts";
import { Dialog } from "../../foundation/ui/Dialog.tsx";
import { fetchAhead, forgetPending, openDevice, pendingCounts, watchOutside } from "../../journal/web/door.tsx";
import type { Me } from "../App.tsx";
import { noteLeaving, ownerOfMe } from "../last-person.ts";
import { entranceWords as words } from "../words.ru.ts";
import { NewVersion } from "./NewVersion.tsx";
import { routerFor } from "./routes.tsx";

const TRIES = 2;

/**
 * Ends the session, takes everything of the person off the device and goes to the sign-in page. Without network the session is ended
 * when the program is opened next.
 */
async function signOut(): Promise<void> {
  await forgetPending();
  await call(signOutRoute).then(
    () => noteLeaving(true),
    (error: unknown) => noteLeaving(!(error instanceof NoConnection)),
  );
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
  const [asking, setAsking] = useState<ReturnType<typeof pendingCounts> | null>(null);
  const leave = useCallback(() => {
    const waits = pendingCounts();
    if (waits.unsent + waits.conflicts > 0) setAsking(waits);
    else void signOut();
  }, []);
  // What lies on the device is put back before the first page is drawn.
  const [ready, setReady] = useState(false);
  const owner = ownerOfMe(me);
  useEffect(() => void openDevice(owner).then(() => setReady(true)), [owner]);
  useEffect(fetchAhead, []);
  // What waits is watched on every screen, not on the journal's only.
  useEffect(watchOutside, []);
  const router = useMemo(() => routerFor(me, leave), [me, leave]);
  if (!ready) return null;
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      <NewVersion />
      {asking && (
        <Dialog
          title={words.leave.heading}
          onClose={() => setAsking(null)}
          footer={
            <>
              <button className="btn primary" type="button" onClick={() => setAsking(null)}>
                {words.leave.stay}
              </button>
              <button className="btn danger" type="button" onClick={() => void signOut()}>
                {words.leave.go}
              </button>
            </>
          }
        >
          <p>{words.leave.text(asking.unsent, asking.conflicts)}</p>
        </Dialog>
      )}
    </QueryClientProvider>
  );
}
