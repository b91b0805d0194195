import { isMissed } from "../rules/correct-absence.ts";
import type { ClassData, DayCell, DayLesson, PupilRow } from "./class-model.ts";
import { giveReason } from "./give-reason.ts";
import type { Doing } from "./use-class.ts";
import { classWords as words } from "./words.ru.ts";

type Props = { row: PupilRow; cell: DayCell; data: ClassData; doing: Doing; span: number };

/** The lessons of a pupil's day: what stands in each, who wrote it, and the homeroom teacher's correction. */
export function DayLessons({ row, cell, data, doing, span }: Props) {
  const total = data.term?.totals.find((t) => t.pupilId === row.pupilId);
  return (
    <tr className="day-open">
      <td colSpan={span}>
        <div className="box">
          <h2>{words.openDay(row.name, cell.day)}</h2>
          {cell.lessons.length === 0 && <p className="soft">{words.cell.free}</p>}
          <ol>
            {cell.lessons.map((one) => (
              <Lesson key={one.lesson.lessonId} one={one} row={row} cell={cell} data={data} doing={doing} />
            ))}
          </ol>
          {data.term && total && total.byReason.length > 0 && (
            <p className="small soft">
              {words.byReason(
                words.term(data.term.term, data.term.kind),
                total.byReason.map((one) => words.reasonCount(data.reasons.find((r) => r.reason === one.reason)?.name ?? "", one.lessons)),
              )}
            </p>
          )}
        </div>
      </td>
    </tr>
  );
}

function Lesson({ one: { lesson, absence }, row, cell, data, doing }: Omit<Props, "span"> & { one: DayLesson }) {
  const label = words.lessonOf(lesson.slot, lesson.subject);
  const stands = valueOf(absence);
  const nameOf = (personId: number) => data.staff.find((p) => p.personId === personId)?.name ?? "";
  const set = (value: string) => {
    const reason = data.reasons.find((r) => `r${r.reason}` === value);
    const kind = reason ? reason.kind : (value as "none" | "late" | "absent");
    const place = {
      pageId: lesson.pageId,
      lessonId: lesson.lessonId,
      pupilId: row.pupilId,
      version: absence?.version ?? 0,
      kind: absence?.kind ?? ("none" as const),
      reason: absence?.reason ?? null,
    };
    void doing.run(async (why) => {
      const undo = await giveReason(data.class.classId, [place], { reason: reason?.reason ?? null, kind, why });
      return { text: words.given(row.name, cell.day, `${label}: ${reason?.name ?? words.kind[kind as "none" | "late" | "absent"]}`), undo };
    });
  };
  const options = [
    ...(["none", "late", "absent"] as const).map((kind) => ({ value: kind as string, text: words.kind[kind] })),
    ...data.reasons.filter((r) => !r.retired || stands === `r${r.reason}`).map((r) => ({ value: `r${r.reason}`, text: r.name })),
  ];
  // an illness marked by the subject teacher, no reason given yet
  if (stands === "ill") options.push({ value: "ill", text: words.said.ill });
  return (
    <li>
      <span>{label}</span>
      {data.mayCorrect && cell.day <= data.today ? (
        <select
          className={stands === "absent" ? "input waits" : "input"}
          aria-label={label}
          value={stands}
          disabled={doing.busy}
          onChange={(event) => set(event.target.value)}
        >
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <span className="soft">{cell.day > data.today && stands === "none" ? words.cell.coming : options.find((o) => o.value === stands)?.text}</span>
      )}
      {absence && absence.kind !== "none" && (
        <small className="muted">{words.authors(nameOf(absence.setBy), absence.reasonBy === null ? null : nameOf(absence.reasonBy))}</small>
      )}
    </li>
  );
}

function valueOf(absence: DayLesson["absence"]): string {
  if (!absence) return "none";
  return isMissed(absence.kind) && absence.reason !== null ? `r${absence.reason}` : absence.kind;
}
