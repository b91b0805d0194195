import { useEffect, useState } from "react";

const PATIENCE = 300;

/** Words for a wait that is long enough to be noticed; nothing at all before that. */
export function Waiting({ text }: { text: string }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(wait);
  }, []);
  return (
    <p className="soft" role="status">
      {long ? text : ""}
    </p>
  );
}
