import { useCallback, useEffect, useState } from "react";
import { placeOf, searchOf, type Place } from "./place.ts";

/** The place in the address and the way to another one: `push` leaves a step for «back», `replace` does not. */
export function usePlace(): { place: Place; go: (to: Partial<Place>, how: "push" | "replace") => void } {
  const [place, setPlace] = useState(() => placeOf(location.search));
  useEffect(() => {
    const read = () => setPlace(placeOf(location.search));
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  const go = useCallback((to: Partial<Place>, how: "push" | "replace") => {
    const next = { ...placeOf(location.search), ...to };
    const url = location.pathname + searchOf(next);
    if (how === "push" && url !== location.pathname + location.search) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
    setPlace(next);
  }, []);
  return { place, go };
}
