import { useEffect, useState } from "react";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { RemarkLine } from "./RemarkLine.tsx";
import { remarkWords as words } from "./remark-words.ru.ts";
import { useAcceptedRemarks, useGivenRemarks, useMyRemarks } from "./use-remarks.ts";
import type { Remark, Side } from "./use-remarks.ts";
import "./remarks.css";

type Props = { title: string; timezone: string; owes: boolean; looks: boolean };
type Shown = { today: string; timezone: string };

/** Remarks of both sides: those that the person is to fix, and those that the person watches over. */
export function RemarksScreen({ title, timezone, owes, looks }: Props) {
  const [side, setSide] = useState<"mine" | "given">(looks ? "given" : "mine");
  const mine = useMyRemarks(owes);
  const given = useGivenRemarks(looks);
  const { data, error } = side === "mine" ? mine : given;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="page remarks" id="main">
      <div className="pagehead">
        <h1>{words.heading}</h1>
        {data && data.remarks.length > 0 && <span className="soft">{words.count(data.remarks.filter((one) => one.state !== "accepted").length)}</span>}
        <span className="grow" />
        {owes && looks && (
          <div className="seg" role="group" aria-label={words.sides}>
            {(["given", "mine"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
                {words[one]}
              </button>
            ))}
          </div>
        )}
      </div>
      {error && !data && (
        <p className="err" role="alert">
          {sentenceOfError(error)}
        </p>
      )}
      {!data && !error && <Waiting text={words.opening} />}
      {data && side === "mine" && <Mine remarks={data.remarks} today={data.today} timezone={timezone} />}
      {data && side === "given" && <Given remarks={data.remarks} today={data.today} timezone={timezone} />}
    </main>
  );
}

function Mine({ remarks, ...shown }: Shown & { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return <p className="empty">{words.noneMine}</p>;
  return (
    <>
      <Group name={words.groups.overdue} side="mine" late remarks={remarks.filter((one) => one.overdue)} {...shown} />
      <Group name={words.groups.open} side="mine" remarks={remarks.filter((one) => one.state === "open" && !one.overdue)} {...shown} />
      <Group name={words.groups.fixed} side="mine" remarks={remarks.filter((one) => one.state === "fixed")} {...shown} />
      <Group name={words.groups.accepted} side="mine" remarks={remarks.filter((one) => one.state === "accepted")} {...shown} />
    </>
  );
}

function Given({ remarks, ...shown }: Shown & { remarks: readonly Remark[] }) {
  const [old, setOld] = useState(false);
  const accepted = useAcceptedRemarks(old).data?.remarks ?? [];
  return (
    <>
      {remarks.length === 0 && <p className="empty">{words.noneGiven}</p>}
      <Group name={words.groups.answered} side="given" remarks={remarks.filter((one) => one.state === "fixed")} {...shown} />
      <Group name={words.groups.overdue} side="given" late remarks={remarks.filter((one) => one.overdue)} {...shown} />
      <Group name={words.groups.openThere} side="given" remarks={remarks.filter((one) => one.state === "open" && !one.overdue)} {...shown} />
      <button className="btn quiet" type="button" aria-expanded={old} onClick={() => setOld(!old)}>
        {old ? words.hideAccepted : words.showAccepted}
      </button>
      {old && <Group name={words.groups.acceptedThere} side="given" remarks={accepted} {...shown} />}
    </>
  );
}

function Group({ name, remarks, late = false, side, ...shown }: Shown & { name: string; remarks: readonly Remark[]; late?: boolean; side: Side }) {
  if (remarks.length === 0) return null;
  return (
    <section className={late ? "rm-group late" : "rm-group"}>
      <h2>
        {name} <span>{remarks.length}</span>
      </h2>
      <ol className="panel">
        {remarks.map((one) => (
          <RemarkLine key={one.remarkId} remark={one} side={side} {...shown} />
        ))}
      </ol>
    </section>
  );
}
