import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { Waiting } from "../../../foundation/ui/Waiting.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { progressRoute } from "../../contract/figures/progress.ts";
import { Choice } from "./Choice.tsx";
import { ProgressTable } from "./ProgressTable.tsx";
import { TrendPanel } from "./TrendPanel.tsx";
import type { TrendOf } from "./TrendPanel.tsx";
import { figuresWords as words } from "./figures-words.ru.ts";

export type Progress = Output<typeof progressRoute>;
export type ProgressBy = keyof typeof words.byProgress;

const YEAR = 20;

/** Marks of terms and their indicators, compared by class, subject, teacher, grade, department, pupil (REP-15, CTL-25). */
export function ProgressView() {
  const [by, setBy] = useState<ProgressBy>("class");
  const [classId, setClassId] = useState<number | null>(null);
  const [subjectId, setSubjectId] = useState<number | null>(null);
  const [asked, setTerm] = useState<number | null>(null);
  const [open, setOpen] = useState<TrendOf | null>(null);
  const needsClass = by === "pupil" && classId === null;
  const query = { by, ...(classId === null ? {} : { classId }), ...(subjectId === null ? {} : { subjectId }) };
  const { data: found, error } = useQuery({
    queryKey: ["control", "progress", query],
    queryFn: () => call(progressRoute, { query: needsClass ? { by: "class" } : query }),
    placeholderData: (before) => before,
  });
  if (error) return <p className="note bad">{sentenceOfError(error)}</p>;
  if (!found) return <Waiting text={words.opening} />;
  const stand = new Set(found.rows.flatMap(({ terms }) => terms.map(({ term }) => term)));
  const kinds = Map.groupBy(
    found.terms.filter(({ term }) => stand.has(term)),
    ({ term }) => term,
  );
  const terms = [
    ...[...kinds].map(([term, own]) => ({
      term,
      name: own
        .map(({ kind }) => words.termName(term, kind))
        .toSorted()
        .toReversed()
        .join(", "),
    })),
    ...(stand.has(YEAR) ? [{ term: YEAR, name: words.year }] : []),
  ];
  const term = asked ?? terms.filter(({ term: no }) => no !== YEAR).at(-1)?.term ?? 1;
  return (
    <>
      <div className="bar">
        <Choice label={words.by} names={words.byProgress} chosen={by} onChoose={setBy} />
        <Pick label={words.chooseClass} none={words.anyClass} rows={found.classes} chosen={classId} onChoose={setClassId} />
        <Pick label={words.chooseSubject} none={words.anySubject} rows={found.subjects} chosen={subjectId} onChoose={setSubjectId} />
        {terms.length > 0 && (
          <label className="pick">
            <span className="vh">{words.term}</span>
            <select className="input" value={term} onChange={(event) => setTerm(Number(event.target.value))}>
              {terms.map(({ term: no, name }) => (
                <option key={no} value={no}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="muted">{words.years(found.year)}</span>
      </div>
      {open && <TrendPanel key={`${open.by} ${open.id}`} {...open} onClose={() => setOpen(null)} />}
      {needsClass && <p className="empty">{words.needsClass}</p>}
      {!needsClass && terms.length === 0 && <p className="empty">{words.noMarks}</p>}
      {!needsClass && terms.length > 0 && (
        <ScrollBox className="panel" label={words.table}>
          <ProgressTable progress={found} by={by} term={term} onOpen={setOpen} />
        </ScrollBox>
      )}
      <p className="muted small">{words.denominator}</p>
    </>
  );
}

type PickProps = { label: string; none: string; rows: readonly { id: number; name: string }[]; chosen: number | null; onChoose: (id: number | null) => void };

function Pick({ label, none, rows, chosen, onChoose }: PickProps) {
  return (
    <label className="pick">
      <span className="vh">{label}</span>
      <select className="input" value={chosen ?? ""} onChange={(event) => onChoose(event.target.value === "" ? null : Number(event.target.value))}>
        <option value="">{none}</option>
        {rows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
